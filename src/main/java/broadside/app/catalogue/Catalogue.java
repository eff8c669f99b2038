package broadside.app.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the current schema of a database is made of: each part with its definition as PostgreSQL tells it, so that databases of the
 * same migrations are equal whatever their server's version, their locale and the order in which they came to their columns. What
 * belongs to extensions is left out, and so are the tables that keep the history of migrations.
 *
 * @param parts definition by part
 */
public record Catalogue(SortedMap<Part, String> parts) {
    public Catalogue {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** Reads it in a few queries; the connection's search path says which schema. */
    public static Catalogue read(Connection connection) throws SQLException {
        var parts = new TreeMap<Part, String>();
        for (var query : CatalogueQueries.ALL) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    var part = new Part(rows.getString("kind"), rows.getString("owner"), rows.getString("name"));
                    parts.put(part, rows.getString("definition"));
                }
            }
        }
        return new Catalogue(parts);
    }

    public @Nullable String definition(Part part) {
        return parts.get(part);
    }

    /** The names of the tables. */
    public List<String> tables() {
        return parts.keySet().stream()
                .filter(part -> part.kind().equals("table"))
                .map(Part::name)
                .toList();
    }

    public boolean hasTable(String name) {
        return parts.containsKey(new Part("table", "", name));
    }

    /**
     * What a database that should be like this one has otherwise. Of a table that is missing or too many only the table is told;
     * extensions beyond those that are needed are the business of whoever keeps the server.
     */
    public List<Difference> differences(Catalogue found) {
        var all = new TreeSet<>(parts.keySet());
        all.addAll(found.parts.keySet());
        var onOneSide = all.stream()
                .filter(part -> part.kind().equals("table") && oneSided(part, found))
                .toList();
        return all.stream()
                .filter(part -> onOneSide.stream().noneMatch(part::belongsTo))
                .filter(part -> parts.containsKey(part) || !part.kind().equals("extension"))
                .flatMap(part -> difference(part, parts, found.parts))
                .toList();
    }

    private boolean oneSided(Part part, Catalogue found) {
        return parts.containsKey(part) != found.parts.containsKey(part);
    }

    private static Stream<Difference> difference(Part part, Map<Part, String> expected, Map<Part, String> found) {
        var here = expected.get(part);
        var there = found.get(part);
        return java.util.Objects.equals(here, there)
                ? Stream.empty()
                : Stream.of(new Difference(part.toString(), here, there));
    }
}
