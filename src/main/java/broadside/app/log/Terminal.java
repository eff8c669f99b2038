package broadside.app.log;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person sits in front of the program. */
public final class Terminal {
    private Terminal() {}

    public static boolean isThere() {
        return is(System.console());
    }

    /** From Java 22 on there may be a console without a terminal, and a way to ask. */
    private static boolean is(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
