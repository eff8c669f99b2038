package broadside.conformance;

import broadside.testing.AtEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Notes which tests of a dialect's contract pass, and in the end writes {@code target/conformance/<dialect>.md}. */
final class Tally implements TestWatcher {
    private static final Map<String, Tally> RUNNING = new ConcurrentHashMap<>();

    private final Set<Method> passed = ConcurrentHashMap.newKeySet();
    private final Set<Method> failed = ConcurrentHashMap.newKeySet();

    @Override
    public void testSuccessful(ExtensionContext context) {
        of(context).passed.add(context.getRequiredTestMethod());
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        of(context).failed.add(context.getRequiredTestMethod());
    }

    private static Tally of(ExtensionContext context) {
        var dialect =
                context.getRequiredTestClass().getAnnotation(Conforms.class).value();
        return RUNNING.computeIfAbsent(dialect, Tally::begin);
    }

    private static Tally begin(String dialect) {
        var tally = new Tally();
        AtEnd.then(() -> tally.write(dialect));
        return tally;
    }

    private void write(String dialect) {
        var good = new HashSet<>(passed);
        good.removeAll(failed);
        try {
            var folder = Files.createDirectories(Path.of("target/conformance"));
            Files.writeString(
                    folder.resolve(dialect + ".md"), Table.of(Lines.of(dialect), Checks.of(dialect), Set.copyOf(good)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
