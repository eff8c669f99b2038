package broadside.app.backup;

/** Hears how far it is. */
public interface Watcher extends AutoCloseable {
    /** So many rows more are done. */
    void step(long rows);

    @Override
    void close();

    /** Begins to watch something. */
    interface Source {
        /** @param total of rows, as far as it is known */
        Watcher watch(String task, long total);
    }
}
