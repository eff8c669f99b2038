package broadside.cli.seed;

import java.util.List;

/** Names nobody bears, a new one each time: two words, and a number when the words have been used up. */
final class Usernames {
    private static final List<String> FIRST = List.of(
            "amber", "basil", "cedar", "clover", "coral", "dapple", "ember", "fern", "flint", "ginger", "hazel",
            "indigo", "ivory", "juniper", "lark", "linden", "maple", "marble", "meadow", "misty", "nettle", "olive",
            "pebble", "quartz", "rowan", "saffron", "sorrel", "thistle", "velvet", "willow", "winter", "yarrow");
    private static final List<String> SECOND = List.of(
            "anchor", "badger", "beacon", "bridge", "candle", "compass", "falcon", "ferry", "gable", "harbour", "heron",
            "island", "kettle", "lantern", "ladder", "magpie", "mill", "orchard", "otter", "paper", "pilot", "quill",
            "raven", "sparrow", "station", "teapot", "tower", "tram", "violin", "walnut", "weaver", "window");

    private long next;

    /** @param first number of the first: other numbers, other names */
    Usernames(long first) {
        next = first;
    }

    String next() {
        long number = next++;
        var words = FIRST.size() * SECOND.size();
        var first = (int) (number % FIRST.size());
        var second = (int) ((number / FIRST.size() + first) % SECOND.size());
        var round = number / words;
        return FIRST.get(first) + "_" + SECOND.get(second) + (round == 0 ? "" : "_" + round);
    }
}
