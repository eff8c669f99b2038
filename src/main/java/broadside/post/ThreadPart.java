package broadside.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a thread in the order in which it is read: a post, then what answers it, the older answer with all that stands under it
 * before the newer one. What cannot be seen keeps its place where something under it can.
 *
 * @param items what stands above and the post itself, and then what stands below it
 * @param more  whether more comes after the last of them
 */
record ThreadPart(List<ThreadItem> items, boolean more) {
    /** A post that can be seen, and where. */
    record Seen(List<Long> path, PostView post) {}

    /**
     * Puts what was found in order.
     *
     * @param after path of the item before; empty at the top
     * @param depth of the post whose thread it is
     * @param limit how many items may stand below that
     */
    static ThreadPart of(List<Seen> found, List<Long> after, int depth, int limit) {
        var items = new ArrayList<ThreadItem>();
        var before = after;
        for (var seen : found.stream()
                .sorted(Comparator.comparing(Seen::path, ThreadPart::compare))
                .toList()) {
            gaps(items, before, seen.path());
            items.add(new ThreadItem(seen.path(), seen.post()));
            before = seen.path();
        }
        int above = (int) items.stream().filter(item -> item.depth() <= depth).count();
        int end = Math.min(items.size(), above + limit);
        return new ThreadPart(List.copyOf(items.subList(0, end)), end < items.size());
    }

    /** Whether this post, or something below it, is to be seen; what is above it alone does not tell of it. */
    boolean reaches(long id) {
        return items.stream().anyMatch(item -> item.path().contains(id));
    }

    /** What should have come between the two. */
    private static void gaps(List<ThreadItem> items, List<Long> before, List<Long> path) {
        for (int length = common(before, path) + 1; length < path.size(); length++) {
            items.add(new ThreadItem(path.subList(0, length), null));
        }
    }

    private static int common(List<Long> one, List<Long> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private static int compare(List<Long> one, List<Long> other) {
        int common = common(one, other);
        return common == one.size() || common == other.size()
                ? Integer.compare(one.size(), other.size())
                : Long.compare(one.get(common), other.get(common));
    }
}
