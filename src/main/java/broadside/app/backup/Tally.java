package broadside.app.backup;

import broadside.kit.text.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Counts and sums up what {@code COPY} writes in its text format, where a line feed ends a row and stands nowhere else. */
final class Tally extends FilterOutputStream {
    private final MessageDigest digest = Sha256.begun();
    private final LongConsumer watcher;
    private long rows;

    Tally(OutputStream to, LongConsumer watcher) {
        super(to);
        this.watcher = watcher;
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
