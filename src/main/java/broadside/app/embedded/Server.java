package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, starts and stops the server of a data folder. */
final class Server {
    private static final Logger LOGGER = LoggerFactory.getLogger(Server.class);

    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration FAST = Duration.ofMillis(2500);
    private static final Duration IMMEDIATE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 10;

    private final DataFolder folder;
    private final Programs programs;
    private final Cluster cluster;
    private final Launch launch;
    private final Ports ports = new Ports();

    Server(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
        this.cluster = new Cluster(folder, programs);
        this.launch = new Launch(folder, programs, RECOVERY);
    }

    /** The server that runs already, waited for while it recovers or stops. */
    Optional<Postmaster> running() {
        Optional<Postmaster> found = find();
        if (found.isPresent() && !Polling.until(RECOVERY, this::isSettled)) {
            throw new StartupFailure(
                    "The PostgreSQL of %s (process %d) is still recovering or stopping: see %s and start again later"
                            .formatted(folder.path(), found.get().process().pid(), folder.log()));
        }
        return find();
    }

    /** Starts the server, on the port it had before if that is free. */
    Postmaster start() throws IOException {
        cluster.prepare();
        Binaries.discardOthers(programs.home());
        Optional<Integer> before = Postmaster.lastPort(folder.cluster()).filter(Ports::isFree);
        int port = before.isPresent() ? before.get() : ports.free();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return launch.on(port);
            } catch (Launch.PortTaken meanwhile) {
                port = ports.free();
            }
        }
        return launch.on(port);
    }

    /** Starts the server after its death, on the port its users know. */
    Postmaster startAgain(int port) throws IOException {
        Optional<Postmaster> running = running().filter(postmaster -> postmaster.port() == port);
        return running.isPresent() ? running.get() : launch.on(port);
    }

    /** Ends the server: sessions are cut, what is committed is written. */
    void stop() throws IOException {
        Optional<Postmaster> found = find();
        if (found.isPresent() && !end(found.get(), "INT", FAST) && !end(found.get(), "QUIT", IMMEDIATE)) {
            LOGGER.warn(
                    "PostgreSQL (process {}) takes long to stop",
                    found.get().process().pid());
        }
    }

    private Optional<Postmaster> find() {
        return Postmaster.of(folder.cluster());
    }

    private boolean isSettled() {
        return find().map(Postmaster::isReady).orElse(true);
    }

    private boolean end(Postmaster postmaster, String signal, Duration patience) throws IOException {
        try {
            programs.run(
                    "",
                    "pg_ctl",
                    "kill",
                    signal,
                    Long.toString(postmaster.process().pid()));
        } catch (Programs.Failed unlessItHasEnded) {
            if (postmaster.isAlive()) {
                throw unlessItHasEnded;
            }
        }
        return Polling.until(patience, () -> !postmaster.isAlive());
    }
}
