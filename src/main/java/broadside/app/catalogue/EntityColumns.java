package broadside.app.catalogue;

import broadside.kit.db.Mapping;
import broadside.kit.db.Mapping.MappedColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Entities beside a catalogue: every mapped table and column, its type and whether it may be null. */
public final class EntityColumns {
    private final List<Mapping.Table> tables;
    private final Map<String, String> types;

    private EntityColumns(List<Mapping.Table> tables, Map<String, String> types) {
        this.tables = tables;
        this.types = types;
    }

    /** @param connection to any database of ours: it is asked for the spelling of types */
    public static EntityColumns of(List<Class<?>> entities, Connection connection) throws SQLException {
        var tables = Mapping.of(entities);
        var types = tables.stream()
                .flatMap(table -> table.columns().stream())
                .map(MappedColumn::type)
                .toList();
        return new EntityColumns(tables, SqlTypes.spelled(connection, types));
    }

    List<Mapping.Table> tables() {
        return tables;
    }

    /** As the catalogue spells it. */
    String type(MappedColumn column) {
        return types.getOrDefault(column.type(), column.type());
    }

    /** What the catalogue has otherwise than the entities say. */
    public List<Difference> differences(Catalogue catalogue) {
        return tables.stream().flatMap(table -> differences(table, catalogue)).toList();
    }

    private Stream<Difference> differences(Mapping.Table table, Catalogue catalogue) {
        if (!catalogue.hasTable(table.name())) {
            return Stream.of(new Difference("table " + table.name() + " of an entity", "table", null));
        }
        return Stream.concat(
                table.columns().stream().flatMap(column -> difference(table.name(), column, catalogue)),
                unfilled(table, catalogue));
    }

    private Stream<Difference> difference(String table, MappedColumn column, Catalogue catalogue) {
        var definition = catalogue.definition(new Part("column", table, column.name()));
        var expected = type(column) + (column.nullable() ? "" : " not null");
        var object = "column " + table + "." + column.name() + " of an entity";
        if (definition == null) {
            return Stream.of(new Difference(object, expected, null));
        }
        var found = ColumnDefinition.of(definition);
        if (column.identity() && !found.filled()) {
            return Stream.of(new Difference(object, expected + " identity", found.told()));
        }
        return found.told().equals(expected)
                ? Stream.empty()
                : Stream.of(new Difference(object, expected, found.told()));
    }

    /** Columns that let no entity of the table be inserted. */
    private static Stream<Difference> unfilled(Mapping.Table table, Catalogue catalogue) {
        return unmapped(table, catalogue)
                .filter(entry -> isUnfilled(entry.getValue()))
                .map(entry -> new Difference(
                        entry.getKey() + ", which no entity fills",
                        "a default, or that it may be null",
                        entry.getValue()));
    }

    static boolean isUnfilled(String definition) {
        var column = ColumnDefinition.of(definition);
        return !column.nullable() && !column.filled();
    }

    /** Columns of a mapped table that no entity has. */
    static Stream<Map.Entry<Part, String>> unmapped(Mapping.Table table, Catalogue catalogue) {
        var mapped = table.columns().stream().map(MappedColumn::name).toList();
        return catalogue.parts().entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals("column"))
                .filter(entry -> entry.getKey().owner().equals(table.name()))
                .filter(entry -> !mapped.contains(entry.getKey().name()));
    }
}
