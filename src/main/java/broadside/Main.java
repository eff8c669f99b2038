package broadside;

import broadside.app.log.Log;
import broadside.cli.Broadside;

/** Starts the program. */
public final class Main {
    /** From here on Java warns on standard error of who reaches for memory by {@code sun.misc.Unsafe} (JEP 498). */
    private static final int WARNS = 24;

    private Main() {}

    public static void main(String[] arguments) {
        if (Runtime.version().feature() >= WARNS) {
            unlessGiven("io.netty.noUnsafe", "true");
        }
        // Buffers come out of pieces of 512 kB each in place of 4 MB: most of a larger one is never used.
        unlessGiven("io.netty.allocator.maxOrder", "6");
        int exitCode = Broadside.run(arguments, System.getenv());
        Log.close();
        System.exit(exitCode);
    }

    private static void unlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
