package broadside.cli.posts;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, without their ends, in memory that does not grow with them. */
final class Lines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** U+FEFF in UTF-8, a letter a byte. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final InputStream in;
    private final int longest;
    private long number;

    /** @param longest how many bytes of a line are kept at most */
    Lines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.longest = longest;
    }

    /** @param whole whether nothing of it is missing */
    record Line(long number, byte[] bytes, boolean whole) {
        boolean isBlank() {
            for (byte letter : bytes) {
                if (letter != ' ' && letter != '\t') {
                    return false;
                }
            }
            return whole;
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        var kept = new ByteArrayOutputStream();
        int letter = in.read();
        if (letter < 0) {
            return null;
        }
        long length = 0;
        for (; letter >= 0 && letter != '\n'; letter = in.read()) {
            if (length++ < longest) {
                kept.write(letter);
            }
        }
        return new Line(++number, trimmed(kept.toByteArray()), length <= longest);
    }

    /** Without the mark at the beginning of a file and the carriage return at the end of a line. */
    private byte[] trimmed(byte[] line) {
        int mark = BYTE_ORDER_MARK.length();
        boolean marked = number == 1
                && line.length >= mark
                && new String(line, 0, mark, StandardCharsets.ISO_8859_1).equals(BYTE_ORDER_MARK);
        int from = marked ? mark : 0;
        int to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return Arrays.copyOfRange(line, from, to);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
