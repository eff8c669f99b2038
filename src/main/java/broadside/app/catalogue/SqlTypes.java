package broadside.app.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Spells types as PostgreSQL's catalogue does, which is asked for it: {@code varchar(9)} is {@code character varying(9)}. */
final class SqlTypes {
    private static final String SPELLING = """
            select format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = 'pg_temp.spelling'::regclass and attnum = 1""";

    private SqlTypes() {}

    /** A type there is not is left as it is written. */
    static Map<String, String> spelled(Connection connection, Collection<String> types) throws SQLException {
        var spelled = new LinkedHashMap<String, String>();
        for (var type : new TreeSet<>(types)) {
            spelled.put(type, spelled(connection, type));
        }
        return spelled;
    }

    private static String spelled(Connection connection, String type) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table spelling (it " + type + ")");
            try (var row = statement.executeQuery(SPELLING)) {
                return row.next() ? withoutStandardPrecision(row.getString(1)) : type;
            }
        } catch (SQLException unknown) {
            return type;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Six digits of a second are what a time has when nothing else is said. */
    private static String withoutStandardPrecision(String type) {
        return type.replaceFirst("^(time|timestamp)\\(6\\) ", "$1 ");
    }
}
