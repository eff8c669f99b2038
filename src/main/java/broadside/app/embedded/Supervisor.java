package broadside.app.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a postmaster until closed: one that dies is started again on the same port. */
final class Supervisor {
    private static final Logger LOGGER = LoggerFactory.getLogger(Supervisor.class);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(1);

    private final Server server;
    private final ServerLog log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Postmaster postmaster;

    private Supervisor(Server server, ServerLog log, Postmaster postmaster) {
        this.server = server;
        this.log = log;
        this.postmaster = postmaster;
    }

    static Supervisor watching(Server server, ServerLog log, Postmaster postmaster) {
        Supervisor supervisor = new Supervisor(server, log, postmaster);
        Thread thread = new Thread(supervisor::watch, "embedded-postgresql");
        thread.setDaemon(true);
        thread.start();
        return supervisor;
    }

    /** No start of a server begins after this. */
    void close() {
        closed.countDown();
        await(ended, END);
    }

    private void watch() {
        Duration pause = LOOK;
        while (!await(closed, pause)) {
            pause = look() ? LOOK : longer(pause);
        }
        ended.countDown();
    }

    private boolean look() {
        try {
            log.bound();
            if (!postmaster.isAlive()) {
                startAgain();
            }
            return true;
        } catch (IOException | RuntimeException trouble) {
            LOGGER.warn("The embedded PostgreSQL is down: {}", trouble.getMessage());
            return false;
        }
    }

    private void startAgain() throws IOException {
        LOGGER.warn(
                "The embedded PostgreSQL (process {}) died, it is started again",
                postmaster.process().pid());
        postmaster = server.startAgain(postmaster.port());
        LOGGER.info(
                "The embedded PostgreSQL runs again (process {})",
                postmaster.process().pid());
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static boolean await(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
