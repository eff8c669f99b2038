package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A stay in a data folder, from entering to leaving. The server is started by the first who enters and stopped by the last who
 * leaves, whoever that is; while somebody stays whose server is gone, nobody else starts one.
 */
final class Stay {
    private static final Duration TURN = Duration.ofMinutes(3);
    private static final Duration TURN_TO_LEAVE = Duration.ofMillis(500);
    private static final Duration OTHERS_BRING_IT_BACK = Duration.ofSeconds(15);

    private final DataFolder folder;
    private final Server server;
    private final FolderLock lock;
    private boolean serves;
    private boolean uses;

    Stay(DataFolder folder, Server server) throws IOException {
        this.folder = folder;
        this.server = server;
        this.lock = FolderLock.open(folder.lock());
    }

    /** Only one serves. */
    void serve() throws IOException {
        serves = lock.serve();
        if (!serves) {
            throw new StartupFailure(
                    "The data folder %s is in use by another instance: stop that, or set BROADSIDE_DATA_DIR to another folder"
                            .formatted(folder.path()));
        }
    }

    /** Finds the server or starts it. */
    Postmaster enter() throws IOException {
        long end = System.nanoTime() + OTHERS_BRING_IT_BACK.toNanos();
        Optional<Postmaster> postmaster = turn();
        while (postmaster.isEmpty() && System.nanoTime() < end) {
            Polling.pause();
            postmaster = turn();
        }
        return postmaster.orElseThrow(() -> new StartupFailure(
                "The data folder %s is in use by another process whose PostgreSQL cannot be found from here: stop that process first"
                        .formatted(folder.path())));
    }

    void leave() throws IOException {
        try {
            if (lock.alone(TURN_TO_LEAVE, this::leaveLast).isEmpty()) {
                // Whoever has the turn is entering, and will be the last in our place.
                stopUsing();
            }
        } finally {
            if (serves) {
                lock.stopServing();
            }
            lock.close();
        }
    }

    private Optional<Postmaster> turn() throws IOException {
        return lock.alone(TURN, this::attempt)
                .orElseThrow(() -> new StartupFailure(
                        "Another process has been starting or stopping the PostgreSQL of %s for too long: see %s"
                                .formatted(folder.path(), folder.log())));
    }

    private Optional<Postmaster> attempt() throws IOException {
        Optional<Postmaster> running = server.running();
        if (running.isEmpty() && !lock.isUnused()) {
            return Optional.empty();
        }
        Postmaster postmaster = running.isPresent() ? running.get() : server.start();
        lock.use();
        uses = true;
        return Optional.of(postmaster);
    }

    private boolean leaveLast() throws IOException {
        boolean used = uses;
        stopUsing();
        if (used && lock.isUnused()) {
            server.stop();
        }
        return true;
    }

    private void stopUsing() throws IOException {
        if (uses) {
            uses = false;
            lock.stopUsing();
        }
    }
}
