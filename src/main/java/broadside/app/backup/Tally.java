package broadside.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Counts and sums up what {@code COPY} writes in its text format, where a line feed ends a row and stands nowhere else. */
final class Tally extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private final LongConsumer watcher;
    private long rows;

    Tally(OutputStream to, LongConsumer watcher) {
        super(to);
        this.watcher = watcher;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        long ended = 0;
        for (int at = from; at < from + length; at++) {
            ended += bytes[at] == '\n' ? 1 : 0;
        }
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
        rows += ended;
        watcher.accept(ended);
    }

    /** What it is written to stays open: more tables follow. */
    @Override
    public void close() throws IOException {
        flush();
    }

    long rows() {
        return rows;
    }

    /** In hexadecimal digits; ends the sum. */
    String sum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
