package broadside.app;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import io.vertx.core.Future;

/** Whether the database still has the migration it had when this program started: one may be taken back under it. */
final class SchemaPresence {
    private static final Sql NEWEST = Sql.of("""
            select version from flyway_schema_history
            where success and version is not null order by installed_rank desc limit 1""");
    private static final Sql PRESENT =
            Sql.of("select 1 from flyway_schema_history where success and version = ? limit 1");

    private final Reads reads;
    private final String version;

    private SchemaPresence(Reads reads, String version) {
        this.reads = reads;
        this.version = version;
    }

    /** Notes where the database is, which has been migrated. */
    static Future<SchemaPresence> note(Reads reads) {
        return reads.first(NEWEST.with(), row -> row.getString("version"))
                .map(newest -> new SchemaPresence(reads, newest.orElseThrow()));
    }

    /** Fails when the database does not answer. */
    Future<Boolean> check() {
        return reads.first(PRESENT.with(version), row -> true).map(found -> found.isPresent());
    }
}
