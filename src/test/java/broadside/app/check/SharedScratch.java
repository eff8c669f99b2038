package broadside.app.check;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;

/** A database of the server all tests share. */
record SharedScratch(DatabaseAddress address) implements Scratch {
    SharedScratch() {
        this(TestDatabase.fresh());
    }

    @Override
    public void close() {
        // The server goes when the tests end.
    }
}
