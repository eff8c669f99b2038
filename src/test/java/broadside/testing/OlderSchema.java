package broadside.testing;

import broadside.kit.db.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings a database to a version that is not the newest, as an older program would have left it. */
public final class OlderSchema {
    private OlderSchema() {}

    public static void migrate(DatabaseAddress at, String version) {
        var configuration = Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://" + at.host() + ":" + at.port() + "/" + at.database(),
                        at.user(),
                        at.password())
                .locations("classpath:sql")
                .target(MigrationVersion.fromVersion(version));
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        configuration.load().migrate();
    }
}
