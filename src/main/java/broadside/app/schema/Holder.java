package broadside.app.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who has a lock on a table, and so keeps out who wants the table for itself.
 *
 * @param table       quoted where it has to be
 * @param transaction as the server numbers it, by which somebody is known again
 * @param vacuums     whether it may be a vacuum
 * @param who         for people to read, as far as this role may know it
 */
record Holder(String table, String transaction, boolean vacuums, String who) {
    /** Whose session it is, is told to every role but for processes of the server itself: of these only autovacuum locks tables. */
    private static final String READ = """
            select quote_ident(c.relname), l.virtualtransaction, bool_or(l.mode = 'ShareUpdateExclusiveLock'),
              min(case when l.pid is null then 'a prepared transaction (see pg_prepared_xacts)'
                when a.usesysid is null then 'autovacuum (process ' || l.pid
                  || '), which gives way to nobody while it guards against wraparound of transaction ids'
                else 'a session of ' || a.usename || ' (' || concat_ws(', ', 'process ' || l.pid, nullif(a.application_name, ''),
                  host(a.client_addr), a.state) || ')' end)
            from pg_locks l join pg_class c on c.oid = l.relation left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'relation' and l.granted and c.relkind in ('r', 'p')
              and l.database = (select oid from pg_database where datname = current_database())
              and c.relnamespace = current_schema()::regnamespace and l.pid is distinct from pg_backend_pid()
            group by 1, 2 order by 1, 2""";

    /**
     * Who is in the way of a statement: those on tables that it names or else, as it need not name all it locks, on any.
     *
     * @param connection whose own locks do not count
     */
    static List<Holder> against(String sql, Connection connection) throws SQLException {
        var all = read(connection);
        var named = all.stream().filter(holder -> holder.isOn(sql)).toList();
        return named.isEmpty() ? all : named;
    }

    private static List<Holder> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(READ)) {
            var all = new ArrayList<Holder>();
            while (rows.next()) {
                all.add(new Holder(rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getString(4)));
            }
            return all;
        }
    }

    private boolean isOn(String sql) {
        var name = table.replace("\"", "").toLowerCase(Locale.ROOT);
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(sql.toLowerCase(Locale.ROOT))
                .find();
    }

    /** Whether it is the same transaction on the same table; what is told of it may have changed. */
    boolean isStill(Holder other) {
        return table.equals(other.table) && transaction.equals(other.transaction);
    }

    @Override
    public String toString() {
        return table + " is held by " + who;
    }
}
