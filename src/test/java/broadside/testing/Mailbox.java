package broadside.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails of a server that has no SMTP: files in a folder, named by the time they were sent. */
public record Mailbox(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("[?&]token=(\\S+)");

    public static Mailbox of(Server server) {
        return new Mailbox(server.folder().resolve("mail"));
    }

    /** The mails to an address, oldest first. */
    public List<String> to(String recipient) {
        try (var files = Files.list(folder)) {
            return files.sorted()
                    .map(Mailbox::read)
                    .filter(mail -> mail.contains("\nTo: " + recipient + "\n"))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** The newest mail to an address, once there are so many. */
    public String newest(String recipient, int count) {
        return Eventually.get(PATIENCE, count + " mails to " + recipient, () -> {
            var mails = to(recipient);
            return mails.size() >= count ? Optional.of(mails.get(mails.size() - 1)) : Optional.empty();
        });
    }

    /** The token in the newest mail to an address that has one, once there are so many mails. */
    public String token(String recipient, int count) {
        newest(recipient, count);
        return to(recipient).stream()
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(found -> Secrets.note(found.group(1)))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no token in the mails to " + recipient));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
