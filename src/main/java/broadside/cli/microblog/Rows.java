package broadside.cli.microblog;

import java.util.List;

/** Rows of one kind, page by page, in an order that is the same at every run. */
interface Rows<R> {
    /** About how many there are. */
    long count();

    /** The next ones; none at the end. */
    List<R> next();
}
