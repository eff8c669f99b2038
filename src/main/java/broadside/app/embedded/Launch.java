package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts a postmaster, in a session of its own, so that nothing meant for this process reaches it. */
final class Launch {
    private static final Duration LEFTOVERS = Duration.ofSeconds(10);
    private static final int LEFTOVERS_MAY_END_BY_THEMSELVES = 3;

    private final DataFolder folder;
    private final Programs programs;
    private final ServerLog log;
    private final Duration patience;

    Launch(DataFolder folder, Programs programs, Duration patience) {
        this.folder = folder;
        this.programs = programs;
        this.log = new ServerLog(folder.log());
        this.patience = patience;
    }

    /** Comes back when the server takes connections; {@link PortTaken} when somebody has the port. */
    Postmaster on(int port) throws IOException {
        long end = System.nanoTime() + LEFTOVERS.toNanos();
        for (int attempt = 1; ; attempt++) {
            long size = log.size();
            Optional<Postmaster> started = attempt(port);
            if (started.isPresent()) {
                return started.get();
            }
            List<String> said = log.since(size);
            if (!tells(said, "is still in use") || System.nanoTime() > end) {
                throw failure(port, said);
            }
            endLeftovers(attempt);
        }
    }

    private Optional<Postmaster> attempt(int port) throws IOException {
        log.bound();
        programs.privileges().ownTree(log.file());
        Postmaster.forgetDead(folder.cluster());
        Process control = control(port);
        Polling.until(patience, () -> ready().isPresent() || isOver(control));
        return ready();
    }

    private Process control(int port) throws IOException {
        return programs.start(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + patience.toSeconds(),
                "--pgdata=" + folder.cluster(),
                "--log=" + folder.log(),
                "--options=-p " + port);
    }

    private Optional<Postmaster> ready() {
        return Postmaster.of(folder.cluster()).filter(Postmaster::isReady);
    }

    /** Either it did not get ready, or it did and has died since. */
    private boolean isOver(Process control) {
        return !control.isAlive()
                && (control.exitValue() != 0 || Postmaster.of(folder.cluster()).isEmpty());
    }

    /** Sessions of a postmaster that was killed end when they notice; one that computes may never. */
    private void endLeftovers(int attempt) {
        if (attempt >= LEFTOVERS_MAY_END_BY_THEMSELVES) {
            Postmaster.allOf(folder.cluster()).forEach(ProcessHandle::destroyForcibly);
        }
        Polling.pause();
    }

    private IOException failure(int port, List<String> said) {
        if (tells(said, "could not bind")) {
            return new PortTaken(port);
        }
        String complaint = ServerLog.complaint(said);
        if (tells(said, "No space left on device")) {
            return new IOException(complaint);
        }
        throw new StartupFailure(
                "PostgreSQL does not start on %s (%s): see %s".formatted(folder.path(), complaint, folder.log()));
    }

    private static boolean tells(List<String> said, String what) {
        return said.stream().anyMatch(line -> line.contains(what));
    }

    /** Somebody else listens on the port. */
    static final class PortTaken extends IOException {
        PortTaken(int port) {
            super("port " + port + " is taken");
        }
    }
}
