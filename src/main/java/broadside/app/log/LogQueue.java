package broadside.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Lines on their way to standard error, written by a thread of their own and many at a time: to wake a thread and call the system
 * for each line costs several times what making it does. Where they cannot be written as fast as they come, some are lost: those
 * below WARN first.
 */
public final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final int LINES = 4_096;
    private static final int KEPT_FOR_WARNINGS = LINES / 5;
    private static final int GATHERING_MILLIS = 10;
    private static final int CLOSING_MILLIS = 1_000;
    private static final int WRITTEN_AT_ONCE = 8_000;

    private final BlockingQueue<ILoggingEvent> waiting = new ArrayBlockingQueue<>(LINES);
    private final LogLines lines = new LogLines();
    private final Thread writer = new Thread(this::work, "log");

    @Override
    public void start() {
        super.start();
        writer.setDaemon(true);
        writer.start();
    }

    void format(LogFormat format) {
        lines.format(format);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN) || waiting.remainingCapacity() > KEPT_FOR_WARNINGS) {
            event.prepareForDeferredProcessing();
            waiting.offer(event);
        }
    }

    /** Writes what is still waiting, within a second. */
    @Override
    public void stop() {
        super.stop();
        writer.interrupt();
        try {
            writer.join(CLOSING_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        var crowd = new ArrayList<ILoggingEvent>();
        while (isStarted()) {
            gather(crowd);
            write(crowd);
            crowd.clear();
        }
        waiting.drainTo(crowd);
        write(crowd);
    }

    /** Waits until a line has come and others had time to follow it, or until the log is closed. */
    private void gather(List<ILoggingEvent> crowd) {
        try {
            crowd.add(waiting.take());
            Thread.sleep(GATHERING_MILLIS);
        } catch (InterruptedException closed) {
            addInfo("closed"); // what is left is written all the same
        }
        waiting.drainTo(crowd);
    }

    private void write(List<ILoggingEvent> crowd) {
        var bytes = new ByteArrayOutputStream(WRITTEN_AT_ONCE);
        for (var event : crowd) {
            try {
                bytes.writeBytes(lines.encode(event));
            } catch (RuntimeException failure) {
                addError("A line could not be made", failure);
            }
            if (bytes.size() >= WRITTEN_AT_ONCE) {
                write(bytes);
            }
        }
        write(bytes);
    }

    private static void write(ByteArrayOutputStream bytes) {
        System.err.write(bytes.toByteArray(), 0, bytes.size());
        System.err.flush();
        bytes.reset();
    }
}
