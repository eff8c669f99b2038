package broadside.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A user of a Unix system and their first group, by number. */
record UnixUser(int uid, int gid) {
    private static final Path KNOWN = Path.of("/etc/passwd");

    static UnixUser owning(Path path) throws IOException {
        return new UnixUser(number(path, "unix:uid"), number(path, "unix:gid"));
    }

    /** The user of that name in the system's password file (passwd(5)). */
    static Optional<UnixUser> named(String name) throws IOException {
        if (!Files.isReadable(KNOWN)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(KNOWN)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> new UnixUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        }
    }

    boolean isRoot() {
        return uid == 0;
    }

    void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }

    private static int number(Path path, String attribute) throws IOException {
        return ((Number) Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS)).intValue();
    }
}
