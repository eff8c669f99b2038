package broadside.app.shell;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs a snippet in the thread that reads them. The JDK's own way, "local", waits for each thread it finds begun by the snippet, and
 * what the program begins for one, an event loop, never ends.
 */
public final class InThisThread implements ExecutionControlProvider {
    /** One word: it stands in a specification that JShell parses. */
    static final String NAME = "here";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv shell, Map<String, String> parameters) {
        return new Control();
    }

    private static final class Control extends DirectExecutionControl {
        private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

        @Override
        protected String invoke(Method snippet) throws Exception {
            running.set(Thread.currentThread());
            try {
                return super.invoke(snippet);
            } finally {
                running.set(null);
                Thread.interrupted(); // A stop that came too late is not for the next.
            }
        }

        /** What waits ends; what computes goes on. */
        @Override
        public void stop() {
            var thread = running.get();
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
