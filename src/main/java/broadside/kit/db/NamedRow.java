package broadside.kit.db;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row that knows where its columns are; the driver's own goes through all their names for each value. */
record NamedRow(Row row, Map<String, Integer> columns) implements Row {
    static Map<String, Integer> positions(List<String> names) {
        var columns = new HashMap<String, Integer>();
        for (int position = 0; position < names.size(); position++) {
            // Interned, as the names in our code are, so that the map finds them by identity.
            columns.putIfAbsent(names.get(position).intern(), position);
        }
        return columns;
    }

    @Override
    public int getColumnIndex(String column) {
        return columns.getOrDefault(column, -1);
    }

    @Override
    public String getColumnName(int position) {
        return row.getColumnName(position);
    }

    @Override
    public Object getValue(int position) {
        return row.getValue(position);
    }

    @Override
    public Tuple addValue(Object value) {
        return row.addValue(value);
    }

    @Override
    public int size() {
        return row.size();
    }

    @Override
    public void clear() {
        row.clear();
    }

    @Override
    public List<Class<?>> types() {
        return row.types();
    }
}
