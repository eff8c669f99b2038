package broadside.app.catalogue;

import java.util.Comparator;

/**
 * Something a schema is made of.
 *
 * @param kind  such as table, column, index
 * @param owner the table it belongs to; empty: it stands by itself
 * @param name  unique among parts of its kind and owner
 */
public record Part(String kind, String owner, String name) implements Comparable<Part> {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::owner).thenComparing(Part::kind).thenComparing(Part::name);

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }

    boolean belongsTo(Part table) {
        return table.kind.equals("table") && owner.equals(table.name);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case "column" -> "column " + owner + "." + name;
            case "constraint", "trigger" -> kind + " " + name + " of " + owner;
            default -> kind + " " + name;
        };
    }
}
