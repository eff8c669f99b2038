package broadside.kit.db;

/**
 * How long a list is, for APIs that tell. Counting stops at {@link #MOST}: what lies beyond costs more than it tells.
 *
 * @param total  rows of the list
 * @param before rows of it at or before a mark; 0 where there is none
 */
public record Counted(long total, long before) {
    public static final int MOST = 10_000;
}
