package broadside.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's log: one file that the server only ever appends to, and one older one. */
record ServerLog(Path file) {
    private static final long LIMIT = 4L << 20;
    private static final int TAIL = 64 << 10;
    private static final Pattern COMPLAINT = Pattern.compile("\\b(?:PANIC|FATAL|ERROR|error): *(?<what>\\S.*)");

    /** What the last line says in which a program complains, else the last line at all. */
    static String complaint(List<String> lines) {
        String last = "no reason given";
        String complaint = "";
        for (String line : lines) {
            Matcher matcher = COMPLAINT.matcher(line);
            complaint = matcher.find() ? matcher.group("what") : complaint;
            last = line.isBlank() ? last : line.strip();
        }
        return complaint.isEmpty() ? last : complaint;
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** What was written since the log had this size, as far as the end of it goes. */
    List<String> since(long size) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Math.max(size, channel.size() - TAIL);
            ByteBuffer tail = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            channel.read(tail, start);
            return new String(tail.array(), 0, tail.position(), UTF_8).lines().toList();
        }
    }

    /** Puts a log that has grown too long aside and empties it under the server's hands. */
    void bound() throws IOException {
        if (size() > LIMIT) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }
}
