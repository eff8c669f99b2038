package broadside.app.embedded;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of a data folder. Everyone who uses it counts, in this process or another, and the last to leave stops it, no
 * matter who started it: so a command leaves a server alone that somebody else uses meanwhile, and a server left behind by a killed
 * process goes with the next who leaves.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** What for the database is opened. */
    public enum Use {
        /** One process at a time; a server that dies under it is started again. */
        SERVE,
        /** Any number of processes, beside one that serves and without. */
        COMMAND
    }

    private final Stay stay;
    private final Entrance entrance;
    private final Optional<Supervisor> supervisor;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(Stay stay, Entrance entrance, Optional<Supervisor> supervisor) {
        this.stay = stay;
        this.entrance = entrance;
        this.supervisor = supervisor;
    }

    /**
     * Starts, adopts or joins the server of the data folder, and makes sure that it lets us in. Blocks: for half a second, for
     * seconds when the folder is new, for as long as a recovery takes after a crash.
     *
     * @throws StartupFailure when that is not possible
     */
    public static EmbeddedDatabase open(Path dataFolder, Use use) {
        EmbeddedDatabase launched = launch(dataFolder, use);
        try {
            launched.enter();
            return launched;
        } catch (RuntimeException trouble) {
            launched.close();
            throw trouble;
        }
    }

    /** The same for who goes in at once, and calls {@link #enter} where that fails, to learn why. */
    public static EmbeddedDatabase launch(Path dataFolder, Use use) {
        try {
            DataFolder folder = DataFolder.prepare(dataFolder);
            Programs programs = new Programs(Binaries.unpacked(folder.binaries()), Privileges.on(folder.path()));
            Server server = new Server(folder, programs);
            return launch(folder, server, new Stay(folder, server), use);
        } catch (IOException trouble) {
            throw Trouble.with(dataFolder, trouble);
        }
    }

    /** Where the server listens; the same for as long as this is open. */
    public DatabaseAddress address() {
        return entrance.address();
    }

    /**
     * Waits until the server lets us in.
     *
     * @throws StartupFailure when it does not
     */
    public void enter() {
        entrance.open();
    }

    /** Leaves the server, and stops it when nobody else uses it. Takes less than five seconds; a second time, nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            boolean interrupted = Thread.interrupted();
            supervisor.ifPresent(Supervisor::close);
            leave(stay);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EmbeddedDatabase launch(DataFolder folder, Server server, Stay stay, Use use) throws IOException {
        try {
            if (use == Use.SERVE) {
                stay.serve();
            }
            Postmaster postmaster = stay.enter();
            Entrance entrance = new Entrance(folder, postmaster.port());
            return new EmbeddedDatabase(stay, entrance, supervisor(server, folder, postmaster, use));
        } catch (IOException | RuntimeException trouble) {
            leave(stay);
            throw trouble;
        }
    }

    private static Optional<Supervisor> supervisor(Server server, DataFolder folder, Postmaster postmaster, Use use) {
        return switch (use) {
            case SERVE -> Optional.of(Supervisor.watching(server, new ServerLog(folder.log()), postmaster));
            case COMMAND -> Optional.empty();
        };
    }

    private static void leave(Stay stay) {
        try {
            stay.leave();
        } catch (IOException trouble) {
            LOGGER.warn("The embedded PostgreSQL may still run: {}", trouble.getMessage());
        }
    }
}
