package broadside.cli.posts;

import broadside.transfer.SourceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts one after the other, in an order that is the same at every run. */
interface Entries extends AutoCloseable {
    /** How many there are; 0: unknown. */
    long count();

    /** The next one; null at the end. */
    @Nullable
    Entry next();

    /** What there is to say about all of them at the end, in lines. */
    List<String> remarks();

    @Override
    void close();

    /** @param size about how much memory it takes, in bytes */
    record Entry(SourceEntry post, int size) {}
}
