package broadside.cli.roster;

import broadside.app.roster.Entry;
import java.io.PrintWriter;

/** Writes accounts as they come. Whoever reads may have seen enough, as {@code head} has: then there is no use in going on. */
public abstract class Lines {
    private static final int BEFORE_ASKING = 500;

    private final PrintWriter out;
    private int written;

    Lines(PrintWriter out) {
        this.out = out;
    }

    /** @param terminal whether people look at it; else columns are parted by tabs, for programs */
    public static Lines table(PrintWriter out, boolean terminal) {
        return terminal ? new AlignedLines(out) : new TabbedLines(out);
    }

    /** An object in JSON for each account. */
    public static Lines json(PrintWriter out) {
        return new JsonLines(out);
    }

    /** Takes one more; whether anybody still reads. */
    public boolean take(Entry entry) {
        add(entry);
        written++;
        return written % BEFORE_ASKING != 0 || !out.checkError();
    }

    /** Writes it, or keeps it for a moment. */
    abstract void add(Entry entry);

    /** Writes what was kept. */
    public void end() {
        out.flush();
    }

    void write(String line) {
        out.println(line);
    }
}
