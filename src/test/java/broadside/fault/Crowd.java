package broadside.fault;

import broadside.testing.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Many who ask at once, for as long as it is told. */
final class Crowd implements AutoCloseable {
    /** As people do: without it, what is measured is how long clients and servers wait for the processors that they share. */
    private static final Duration THINKING = Duration.ofMillis(100);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Answers answers;
    private volatile boolean leaving;

    Crowd(Answers answers) {
        this.answers = answers;
    }

    /** So many of them ask for all of this in turn, each beginning elsewhere. */
    Crowd of(int people, Map<String, Supplier<Reply>> requests) {
        var names = List.copyOf(requests.keySet());
        for (int person = 0; person < people; person++) {
            int first = person;
            running.add(threads.submit(() -> {
                for (int turn = first; !leaving; turn++) {
                    var what = names.get(turn % names.size());
                    answers.ask(what, Objects.requireNonNull(requests.get(what)));
                    LockSupport.parkNanos(THINKING.toNanos());
                }
            }));
        }
        return this;
    }

    /** Lets them go on until so long after a moment of {@link System#nanoTime}. */
    void goOn(long since, Duration time) throws InterruptedException {
        if (threads.awaitTermination(since + time.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("nobody is left");
        }
    }

    /** Everybody leaves once answered. */
    @Override
    public void close() throws InterruptedException, ExecutionException {
        leaving = true;
        for (var one : running) {
            one.get();
        }
        threads.shutdown();
    }
}
