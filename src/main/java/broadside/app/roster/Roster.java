package broadside.app.roster;

import broadside.app.schema.Jdbc;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Predicate;

/** All accounts as they are at one moment, read row by row by a cursor, so that their number does not matter. Blocks. */
public final class Roster {
    private static final int ROWS_AT_A_TIME = 1_000;

    /** Closed accounts are suspended too, for the database. */
    private static final String LIST = """
            with wanted (role, suspended, prefix) as (values (?::text, ?::boolean, ?::text))
            select a.id, a.username, a.role, a.suspended_at is not null as suspended, a.closed_at is not null as closed,
              a.suspended_reason, a.email, a.email_verified_at is not null as verified, a.created_at, s.last_seen_at, s.posts
            from account a join account_stat s on s.account_id = a.id cross join wanted w
            where (w.role is null or a.role = w.role)
              and (not w.suspended or a.suspended_at is not null and a.closed_at is null)
              and (w.prefix is null or starts_with(a.username_key, w.prefix) or starts_with(a.email_key, w.prefix))
            order by a.username_key""";

    private final DatabaseAddress address;

    public Roster(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Hands over one after another, in order of their names.
     *
     * @param reader false: enough
     * @return how many it took
     * @throws StartupFailure with what the server says
     */
    public long read(Wanted wanted, Predicate<Entry> reader) {
        return Jdbc.with(address, connection -> {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = statement(connection, wanted)) {
                return read(statement, reader);
            }
        });
    }

    private static PreparedStatement statement(Connection connection, Wanted wanted) throws SQLException {
        var statement = connection.prepareStatement(LIST);
        statement.setFetchSize(ROWS_AT_A_TIME);
        statement.setString(1, wanted.word());
        statement.setBoolean(2, wanted.suspended());
        statement.setString(3, wanted.key());
        return statement;
    }

    private static long read(PreparedStatement statement, Predicate<Entry> reader) throws SQLException {
        try (var rows = statement.executeQuery()) {
            long taken = 0;
            var more = true;
            while (more && rows.next()) {
                more = reader.test(Entry.of(rows));
                taken++;
            }
            return taken;
        }
    }
}
