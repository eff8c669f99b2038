package broadside.app.log;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** For people, or for programs that collect logs. */
public enum LogFormat {
    TEXT,
    JSON;

    /** Text where a person sits in front of it. */
    public static LogFormat usual() {
        return onTerminal(System.console()) ? TEXT : JSON;
    }

    /** From Java 22 on there may be a console without a terminal, and a way to ask. */
    private static boolean onTerminal(@Nullable Console console) {
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
