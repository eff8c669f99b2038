package broadside.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's settings, written anew at every start. {@code ALTER SYSTEM} stands above them. */
final class Configuration {
    private static final String SETTINGS = """
            # Written at every start. To change a setting: alter system set ... (as the superuser, see pgpass).
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = '64MB'

            # An acknowledged write is on the disk.
            fsync = on
            full_page_writes = on
            synchronous_commit = on

            # Index-only scans want the visibility map kept up where rows are only ever added.
            autovacuum_vacuum_insert_scale_factor = 0.05

            timezone = 'UTC'
            lc_messages = 'C'

            # The program reports the errors of its statements itself; what is logged here stays short and free of user data.
            log_timezone = 'UTC'
            log_min_messages = log
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_checkpoints = off
            logging_collector = off
            cluster_name = 'broadside'
            """;

    private static final String ACCESS = """
            # Written at every start. Nobody comes in without a password.
            local all all               scram-sha-256
            host  all all 127.0.0.1/32  scram-sha-256
            """;

    private Configuration() {}

    static void write(Path cluster) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), SETTINGS);
        Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
    }
}
