package broadside.conformance;

import broadside.testing.AtEnd;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Notes which tests of a dialect's contract pass, and in the end has the tables made. */
final class Tally implements BeforeAllCallback, TestWatcher {
    private static final Set<Method> FAILED = ConcurrentHashMap.newKeySet();
    private static boolean begun;

    @Override
    public void beforeAll(ExtensionContext context) {
        begin();
    }

    private static synchronized void begin() {
        if (!begun) {
            begun = true;
            AtEnd.then(Published::write);
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        var test = context.getRequiredTestMethod();
        Results.keep(test, !FAILED.contains(test));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        FAILED.add(context.getRequiredTestMethod());
        Results.keep(context.getRequiredTestMethod(), false);
    }
}
