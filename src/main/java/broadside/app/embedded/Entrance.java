package broadside.app.embedded;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.DatabaseAddress.SslMode;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The way into a server. Going in proves that it is ours: by SCRAM (RFC 7677) it must know our password as we must. */
final class Entrance {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HOST = "127.0.0.1";

    private final DataFolder folder;
    private final DatabaseAddress address;

    /** @throws StartupFailure where no password is known */
    Entrance(DataFolder folder, int port) throws IOException {
        this.folder = folder;
        Passwords passwords =
                Passwords.read(folder.passwords()).orElseThrow(() -> failure(folder, "no password is known"));
        address = new DatabaseAddress(HOST, port, Cluster.DATABASE, Cluster.OWNER, passwords.owner(), SslMode.DISABLE);
    }

    /** Where it is, with the password that is to be known there. */
    DatabaseAddress address() {
        return address;
    }

    /** Waits until the server lets us in. */
    void open() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Optional<SQLException> no = knock(address); no.isPresent(); no = knock(address)) {
            if (isFinal(no.get()) || System.nanoTime() > end) {
                throw failure(folder, no.get().getMessage());
            }
            Polling.pause();
        }
    }

    private static Optional<SQLException> knock(DatabaseAddress address) {
        try {
            door(address).getConnection().close();
            return Optional.empty();
        } catch (SQLException no) {
            return Optional.of(no);
        }
    }

    private static DataSource door(DatabaseAddress address) {
        PGSimpleDataSource door = new PGSimpleDataSource();
        door.setServerNames(new String[] {address.host()});
        door.setPortNumbers(new int[] {address.port()});
        door.setDatabaseName(address.database());
        door.setUser(address.user());
        door.setPassword(address.password());
        door.setSslmode("disable");
        door.setConnectTimeout(2);
        door.setSocketTimeout(5);
        return door;
    }

    /** A wrong password and a missing database do not pass (SQLSTATE classes 28 and 3D). */
    private static boolean isFinal(SQLException no) {
        String state = String.valueOf(no.getSQLState());
        return state.startsWith("28") || state.startsWith("3D");
    }

    private static StartupFailure failure(DataFolder folder, @Nullable String reason) {
        return new StartupFailure(
                "The PostgreSQL of %s does not let us in (%s): delete %s while nothing runs there and start again"
                        .formatted(folder.path(), reason, folder.passwords()));
    }
}
