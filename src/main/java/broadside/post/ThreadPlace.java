package broadside.post;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a thread as a cursor has it: the ids on the way down to it, each higher than the one before. It outlives the post that
 * stands there.
 */
final class ThreadPlace {
    /** As far below a post its thread goes, so that the cursor of any place fits into a query string. */
    static final int DEEPEST = 30;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private ThreadPlace() {}

    /** Each id as what it is above the one before, seven bits to a byte, the low ones first. */
    static byte[] bytes(List<Long> path) {
        var bytes = new ByteArrayOutputStream();
        long before = 0;
        for (long id : path) {
            long rest = id - before;
            for (; rest >= MORE; rest >>>= BITS) {
                bytes.write((int) (rest % MORE) | MORE);
            }
            bytes.write((int) rest);
            before = id;
        }
        return bytes.toByteArray();
    }

    static List<Long> path(ByteBuffer bytes) {
        var path = new ArrayList<Long>();
        for (long id = 0; bytes.hasRemaining(); path.add(id)) {
            id += number(bytes);
        }
        return List.copyOf(path);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += BITS) {
            int octet = Byte.toUnsignedInt(bytes.get());
            number |= (long) (octet % MORE) << shift;
            if (octet < MORE) {
                return number;
            }
        }
    }
}
