package broadside.app.log;

import java.io.Console;

/** Whether a person sits in front of the program. */
public final class Terminal {
    private Terminal() {}

    /** From Java 22 on there may be a console without a terminal, and a way to ask. */
    public static boolean isThere() {
        var console = System.console();
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
