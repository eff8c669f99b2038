package broadside.app.catalogue;

import java.util.regex.Pattern;

/**
 * The parts of a column's definition that an entity has a word in.
 *
 * @param filled whether an insert that does not name the column fills it all the same
 */
record ColumnDefinition(String type, boolean nullable, boolean identity, boolean filled) {
    private static final Pattern FORM = Pattern.compile(
            "(?<type>.+?)(?: collate \\S+)?(?<required> not null)?(?<rest> (?:default|generated) .*)?", Pattern.DOTALL);

    /** @param definition as {@link Catalogue} has it */
    static ColumnDefinition of(String definition) {
        var form = FORM.matcher(definition);
        if (!form.matches()) {
            throw new IllegalArgumentException(definition);
        }
        var rest = String.valueOf(form.group("rest"));
        return new ColumnDefinition(
                form.group("type"),
                form.group("required") == null,
                rest.endsWith("as identity"),
                form.group("rest") != null);
    }

    /** As an entity sees it. */
    String told() {
        return type + (nullable ? "" : " not null");
    }
}
