package broadside.cli.microblog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of a table with an {@code id}, in its order. */
final class KeyedRows<R> implements Rows<R> {
    private static final int PAGE = 500;

    private final SourceDatabase source;
    private final String table;
    private final Set<String> columns;
    private final CellsReader<R> reader;
    private final String sql;
    private long last = Long.MIN_VALUE;

    /** Makes a record of a row. */
    interface CellsReader<R> {
        R read(Cells cells) throws SQLException;
    }

    /** @param wanted columns that are read where the table has them */
    KeyedRows(SourceDatabase source, String table, List<String> wanted, CellsReader<R> reader) {
        this.source = source;
        this.table = table;
        this.columns = source.columns(table);
        this.reader = reader;
        var selected = new ArrayList<>(List.of("\"id\""));
        wanted.stream().filter(columns::contains).forEach(column -> selected.add("\"" + column + "\""));
        this.sql = "select " + String.join(", ", selected) + " from \"" + table
                + "\" where \"id\" > ? order by \"id\" limit " + PAGE;
    }

    @Override
    public long count() {
        return source.count(table);
    }

    @Override
    public List<R> next() {
        return source.list(
                sql,
                row -> {
                    var cells = new Cells(row, columns);
                    last = cells.id();
                    return reader.read(cells);
                },
                last);
    }
}
