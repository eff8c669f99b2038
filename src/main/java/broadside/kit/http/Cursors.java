package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Opaque places in lists: a position sealed with a key of this database, so that one that was altered, or that belongs to another
 * list, is told from a good one.
 */
public final class Cursors {
    private static final int SEAL = 12;
    private static final int TIME = Long.BYTES + Integer.BYTES;
    private static final byte BACKWARDS = 1;
    private static final byte AS_OF = 2;

    private final byte[] key;

    public Cursors(byte[] key) {
        this.key = key.clone();
    }

    /**
     * A place between two rows of a list ordered by time and id.
     *
     * @param backwards whether what comes before it (the newer rows) is asked for
     * @param asOf      the time whose state of the list all pages show, of lists that heed it; null: none
     */
    public record Position(
            Instant at,
            long id,
            boolean backwards,
            @Nullable Instant asOf) {
        public Position(Instant at, long id, boolean backwards) {
            this(at, id, backwards, null);
        }
    }

    String encode(String list, Position position) {
        var asOf = position.asOf();
        var flags = (position.backwards() ? BACKWARDS : 0) | (asOf == null ? 0 : AS_OF);
        var place = ByteBuffer.allocate(1 + TIME + Long.BYTES + (asOf == null ? 0 : TIME))
                .put((byte) flags);
        put(place, position.at()).putLong(position.id());
        return seal(list, asOf == null ? place.array() : put(place, asOf).array());
    }

    private static ByteBuffer put(ByteBuffer place, Instant time) {
        return place.putLong(time.getEpochSecond()).putInt(time.getNano());
    }

    Position decode(String list, String cursor) {
        try {
            var place = open(list, cursor);
            var flags = place.get();
            var at = time(place);
            var id = place.getLong();
            return new Position(at, id, (flags & BACKWARDS) != 0, (flags & AS_OF) == 0 ? null : time(place));
        } catch (BufferUnderflowException ofAnotherKind) {
            throw invalid();
        }
    }

    private static Instant time(ByteBuffer place) {
        return Instant.ofEpochSecond(place.getLong(), place.getInt());
    }

    /** A place of any kind in this list, sealed. */
    public String seal(String list, byte[] place) {
        var sealed = ByteBuffer.allocate(place.length + SEAL)
                .put(place)
                .put(sealOf(list, place))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** What was sealed for this list. */
    public ByteBuffer open(String list, String cursor) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cursor);
            var place = Arrays.copyOf(sealed, Math.max(0, sealed.length - SEAL));
            var seal = Arrays.copyOfRange(sealed, place.length, sealed.length);
            if (MessageDigest.isEqual(seal, sealOf(list, place)) && encodedAs(cursor, sealed)) {
                return ByteBuffer.wrap(place);
            }
        } catch (IllegalArgumentException altered) {
            throw invalid();
        }
        throw invalid();
    }

    /** Base64 has several spellings of the same bytes; only ours is taken. */
    private static boolean encodedAs(String cursor, byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(cursor);
    }

    private byte[] sealOf(String list, byte[] place) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(place), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Problem invalid() {
        return Problem.of(
                ProblemType.INVALID_CURSOR, "Take it as it came, for the same list and filters, or begin without one.");
    }
}
