package broadside.app.schema;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;

/**
 * Whether a database has had exactly the migrations of a program, as a few short questions tell. Flyway, which knows what is wrong
 * where it has not, takes a third of a second to say that nothing is.
 */
public final class UpToDate {
    private static final Sql HISTORY = Sql.of("select to_regclass('flyway_schema_history') is not null as present");
    private static final Sql APPLIED = Sql.of("""
            select version, description, type, script, checksum, success from flyway_schema_history
            where version is not null order by installed_rank""");
    private static final Sql HALF_BUILT = Sql.of("""
            select from pg_index i join pg_class c on c.oid = i.indexrelid
            where not (i.indisvalid and i.indisready) and c.relkind = 'i' and c.relnamespace = current_schema()::regnamespace
            limit 1""");

    private final Reads reads;

    public UpToDate(Reads reads) {
        this.reads = reads;
    }

    /** A migration as it is noted that the database has had it. */
    private record Applied(
            String version, String description, String type, String script, int checksum, boolean success) {
        /** A script is called {@code V001__its_description.sql}. */
        static Applied of(Script script) {
            var name = script.name().substring(1).replaceFirst("[.]sql$", "");
            var version = name.replaceFirst("__.*$", "");
            var description = name.replaceFirst("^.*?__", "").replace('_', ' ');
            return new Applied(version, description, "SQL", script.name(), script.checksum(), true);
        }

        static Applied of(Row row) {
            return new Applied(
                    row.getString("version"),
                    row.getString("description"),
                    row.getString("type"),
                    row.getString("script"),
                    row.getInteger("checksum"),
                    row.getBoolean("success"));
        }
    }

    /**
     * Changes nothing and waits for nobody.
     *
     * @return false also where the database does not tell
     */
    public Future<Boolean> with(List<Script> migrations) {
        var wanted = migrations.stream().map(Applied::of).toList();
        return reads.first(HISTORY.with(), row -> row.getBoolean("present"))
                .compose(present -> present.orElseThrow() ? has(wanted) : Future.succeededFuture(false))
                .otherwise(false);
    }

    private Future<Boolean> has(List<Applied> wanted) {
        return reads.list(APPLIED.with(), Applied::of)
                .compose(applied -> applied.equals(wanted)
                        ? reads.list(HALF_BUILT.with(), row -> row).map(List::isEmpty)
                        : Future.succeededFuture(false));
    }
}
