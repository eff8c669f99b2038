package broadside;

import broadside.app.log.Log;
import broadside.cli.Broadside;

/** Starts the program. */
public final class Main {
    private static final String NETTY_WITHOUT_UNSAFE = "io.netty.noUnsafe";
    /** From here on Java warns on standard error of who reaches for memory by {@code sun.misc.Unsafe} (JEP 498). */
    private static final int WARNS = 24;

    private Main() {}

    public static void main(String[] arguments) {
        if (Runtime.version().feature() >= WARNS && System.getProperty(NETTY_WITHOUT_UNSAFE) == null) {
            System.setProperty(NETTY_WITHOUT_UNSAFE, "true");
        }
        int exitCode = Broadside.run(arguments, System.getenv());
        Log.close();
        System.exit(exitCode);
    }
}
