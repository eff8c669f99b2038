package broadside.app.export;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.OwnedRows.Line;
import broadside.kit.db.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Rows of one kind, owner after owner, a page of them in memory at a time. */
final class Listing {
    private final String name;
    private final Snapshot.Walk<Line> walk;
    private final Deque<Line> page = new ArrayDeque<>();
    private long taken;

    private Listing(String name, Snapshot.Walk<Line> walk) {
        this.name = name;
        this.walk = walk;
    }

    /** @param owner null: everybody's */
    static Listing of(OwnedRows rows, Snapshot snapshot, @Nullable Long owner) {
        return new Listing(rows.name(), Patience.await(snapshot.walk(rows.of(owner), rows::line, rows.page())));
    }

    String name() {
        return name;
    }

    long taken() {
        return taken;
    }

    /** The next row, which stays; null at the end. */
    @Nullable
    Line peek() {
        if (page.isEmpty()) {
            page.addAll(Patience.await(walk.next()));
        }
        return page.peek();
    }

    /** The next row; null at the end. */
    @Nullable
    Line next() {
        return peek() == null ? null : took();
    }

    /** The next row of this owner; null when there is none left. */
    @Nullable
    Line next(long owner) {
        var line = peek();
        return line == null || line.owner() != owner ? null : took();
    }

    private Line took() {
        taken++;
        return page.remove();
    }
}
