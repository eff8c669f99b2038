package broadside.app.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock file of a data folder. The first byte is held by the process that serves, the second is shared by every process that
 * uses the server, and the third is held while somebody starts, enters or leaves it. The system drops the locks of a
 * process that dies.
 *
 * <p>The locks of a process go when it closes the file anywhere, so a process opens it once, however many use it in there.
 */
final class FolderLock {
    private static final Map<Path, FolderLock> OPEN = new HashMap<>();

    private static final long SERVING = 0;
    private static final long USING = 1;
    private static final long TURNING = 2;

    private final Path file;
    private final FileChannel channel;
    private final ReentrantLock turn = new ReentrantLock();
    private int holders;
    private int users;
    private @Nullable FileLock serving;
    private @Nullable FileLock using;

    private FolderLock(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** To be followed by one {@link #close}. */
    static FolderLock open(Path file) throws IOException {
        synchronized (OPEN) {
            FolderLock known = OPEN.get(file);
            FolderLock lock = known == null ? new FolderLock(file) : known;
            OPEN.put(file, lock);
            lock.holders++;
            return lock;
        }
    }

    void close() throws IOException {
        synchronized (OPEN) {
            if (--holders == 0) {
                OPEN.remove(file);
                channel.close();
            }
        }
    }

    /** Does something while nobody else does; empty when the turn did not come in time. */
    <T> Optional<T> alone(Duration patience, Action<T> action) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        if (!takeTurn(patience)) {
            return Optional.empty();
        }
        try {
            return aloneAmongProcesses(Duration.ofNanos(Math.max(0, end - System.nanoTime())), action);
        } finally {
            turn.unlock();
        }
    }

    /** True when nobody served and this process does now. */
    synchronized boolean serve() throws IOException {
        if (serving != null) {
            return false;
        }
        serving = attempt(SERVING, false);
        return serving != null;
    }

    synchronized void stopServing() throws IOException {
        if (serving != null) {
            serving.release();
            serving = null;
        }
    }

    /** Counts as a user from now on; only in one's turn. */
    synchronized void use() throws IOException {
        if (users == 0) {
            using = attempt(USING, true);
            if (using == null) {
                throw new IOException("the file " + file + " cannot be locked");
            }
        }
        users++;
    }

    /** Counts as a user no more. */
    synchronized void stopUsing() throws IOException {
        if (--users == 0 && using != null) {
            using.release();
            using = null;
        }
    }

    /** Whether no process uses the server; only in one's turn. */
    synchronized boolean isUnused() throws IOException {
        if (users > 0) {
            return false;
        }
        FileLock all = attempt(USING, false);
        if (all != null) {
            all.release();
        }
        return all != null;
    }

    private boolean takeTurn(Duration patience) {
        try {
            return turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> Optional<T> aloneAmongProcesses(Duration patience, Action<T> action) throws IOException {
        FileLock turning = await(patience);
        if (turning == null) {
            return Optional.empty();
        }
        try (turning) {
            return Optional.of(action.run());
        }
    }

    private @Nullable FileLock await(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        FileLock turning = attempt(TURNING, false);
        while (turning == null && System.nanoTime() < end) {
            Polling.pause();
            turning = attempt(TURNING, false);
        }
        return turning;
    }

    private @Nullable FileLock attempt(long which, boolean shared) throws IOException {
        try {
            return channel.tryLock(which, 1, shared);
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    /** What is done in one's turn. */
    interface Action<T> {
        T run() throws IOException;
    }
}
