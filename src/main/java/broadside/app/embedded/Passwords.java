package broadside.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The generated passwords of the superuser and of our own role, kept in the format of libpq's password file. */
record Passwords(String superuser, String owner) {
    private static final int BYTES = 32;
    private static final String LINE = "127.0.0.1:*:*:%s:%s";

    static Passwords generate() {
        return new Passwords(random(), random());
    }

    static Optional<Passwords> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return password(lines, Cluster.SUPERUSER)
                .flatMap(superuser -> password(lines, Cluster.OWNER).map(owner -> new Passwords(superuser, owner)));
    }

    /** Replaces the file as a whole, so that it is never seen half written. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        writePrivately(
                next,
                LINE.formatted(Cluster.SUPERUSER, superuser) + "\n" + LINE.formatted(Cluster.OWNER, owner) + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a file that nobody else can read at any moment, and forces it to the disk. */
    static void writePrivately(Path file, String text) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, privately(file));
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(text.getBytes(UTF_8));
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return "Passwords[]";
    }

    private static FileAttribute<?>[] privately(Path file) {
        return DataFolder.isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<String> password(List<String> lines, String role) {
        String start = LINE.formatted(role, "");
        return lines.stream()
                .filter(line -> line.startsWith(start) && line.length() > start.length())
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
