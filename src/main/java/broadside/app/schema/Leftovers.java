package broadside.app.schema;

import broadside.app.schema.Step.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a migration outside a transaction leaves that was cut short: a note that it failed, and indexes built half. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final String FORGET = "delete from flyway_schema_history where not success";
    private static final String HALF_BUILT = """
            select c.relname, quote_ident(c.relname) from pg_index i join pg_class c on c.oid = i.indexrelid
            where not (i.indisvalid and i.indisready) and c.relkind = 'i' and c.relnamespace = current_schema()::regnamespace
              and not exists (select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)""";
    /** What {@code reindex concurrently} calls the one of two indexes that is not in use. */
    private static final Pattern SPARE = Pattern.compile("_cc(new|old)\\d*$");

    private record Index(String name, String quoted) {}

    private final Connection connection;
    private final Scripts scripts;

    Leftovers(Connection connection, Scripts scripts) {
        this.connection = connection;
        this.scripts = scripts;
    }

    /** So that what is to come can be applied, again from its beginning. How much there was to mend. */
    int mend(History history) throws SQLException {
        for (var step : history.in(State.FAILED)) {
            LOG.warn("Migration {} was cut short; it goes on", step.name());
            execute(FORGET);
        }
        var indexes = halfBuilt();
        for (var index : indexes) {
            mend(index, history);
        }
        return history.in(State.FAILED).size() + indexes.size();
    }

    private void mend(Index index, History history) throws SQLException {
        var spare = SPARE.matcher(index.name());
        var name = spare.replaceFirst("");
        if (isNamed(name, history.toCome())) {
            LOG.warn("The index {} was built half; it is dropped and built again", index.name());
            execute("drop index concurrently if exists " + index.quoted());
        } else if (isNamed(name, history.applied())) {
            LOG.warn("The index {} cannot be used as it is; it is built again", name);
            execute((name.equals(index.name()) ? "reindex index concurrently " : "drop index concurrently if exists ")
                    + index.quoted());
        }
    }

    /** Other people's indexes are left alone. */
    private boolean isNamed(String index, List<Step> steps) {
        var word = Pattern.compile("\\b" + Pattern.quote(index) + "\\b");
        return steps.stream()
                .flatMap(step -> scripts.named(step.script()).stream())
                .anyMatch(script -> word.matcher(script.text()).find());
    }

    private List<Index> halfBuilt() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HALF_BUILT)) {
            var found = new ArrayList<Index>();
            while (rows.next()) {
                found.add(new Index(rows.getString(1), rows.getString(2)));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
