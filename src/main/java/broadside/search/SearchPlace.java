package broadside.search;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a search goes on. The newest hits are ranked: their pages keep to the time the search was asked at and to the oldest hit
 * ranked then, so that what is written meanwhile moves nothing. Older hits follow by time.
 */
sealed interface SearchPlace {
    /** A post among others by time. */
    record Spot(Instant at, long id) {
        /** Older and newer than any post. */
        static final Spot EARLIEST = new Spot(Instant.parse("0001-01-01T00:00:00Z"), 0);

        static Spot latest(Instant asked) {
            return new Spot(asked, Long.MAX_VALUE);
        }

        private static Spot read(ByteBuffer bytes) {
            return new Spot(Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()), bytes.getLong());
        }

        private static void write(ByteBuffer bytes, Spot spot) {
            bytes.putLong(spot.at().getEpochSecond())
                    .putInt(spot.at().getNano())
                    .putLong(spot.id());
        }
    }

    /**
     * After a ranked hit.
     *
     * @param lowest the oldest ranked hit
     * @param more   whether there are hits older than that
     */
    record Ranked(Instant asked, Spot lowest, boolean more, double score, Spot last) implements SearchPlace {}

    /** After a hit by time. */
    record Timed(Spot last) implements SearchPlace {}

    byte RANKED = 1;
    int MOST = 128;

    /** As it stands in a cursor. */
    default byte[] bytes() {
        var bytes = ByteBuffer.allocate(MOST);
        if (this instanceof Ranked ranked) {
            Spot.write(bytes.put(RANKED), Spot.latest(ranked.asked()));
            Spot.write(bytes, ranked.lowest());
            bytes.put((byte) (ranked.more() ? 1 : 0)).putDouble(ranked.score());
            Spot.write(bytes, ranked.last());
        } else if (this instanceof Timed timed) {
            Spot.write(bytes.put((byte) 0), timed.last());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static @Nullable SearchPlace of(@Nullable ByteBuffer bytes) {
        if (bytes == null) {
            return null;
        }
        return bytes.get() == RANKED
                ? new Ranked(
                        Spot.read(bytes).at(), Spot.read(bytes), bytes.get() == 1, bytes.getDouble(), Spot.read(bytes))
                : new Timed(Spot.read(bytes));
    }
}
