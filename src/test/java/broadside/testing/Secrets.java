package broadside.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every secret the tests of this JVM used: passwords and tokens that went over the wire, tokens of mailed links, the password of the
 * database. They are written beside the log, which is searched for them when all tests are done.
 */
public final class Secrets {
    /** Where each JVM of the tests leaves its log and its secrets. */
    public static final Path FOLDER = Path.of("target", "test-logs");

    private static final String FORK = System.getProperty("broadside.test.fork", "one");
    private static final Pattern NAME = Pattern.compile("(?i).*(password|token|secret)");
    private static final int SHORTEST = 10;
    private static final Pattern WORD = Pattern.compile("[\\w-]{10,}");
    /** What our tokens look like, of whatever kind. */
    private static final Pattern TOKEN = Pattern.compile("\\bbs[a-z]_[\\w-]{20,}");

    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    static {
        AtEnd.then(Secrets::write);
    }

    private Secrets() {}

    /** Notes one. */
    static String note(String secret) {
        if (secret.length() >= SHORTEST) {
            KNOWN.add(secret);
        }
        return secret;
    }

    /** Notes what a header shows to be let in: after the scheme, or as the value of a cookie. */
    static void noteHeader(String value) {
        for (var part : value.split(";")) {
            note(part.strip().replaceFirst("^(\\w+ |[^=]+=)", ""));
        }
    }

    /** Notes those in a body, when it is JSON. */
    static void note(@Nullable Buffer body) {
        if (body == null || body.length() == 0 || body.getByte(0) != '{') {
            return;
        }
        try {
            noteMembers(body.toJsonObject());
        } catch (RuntimeException notJson) {
            return;
        }
    }

    private static void noteMembers(JsonObject object) {
        object.forEach(member -> {
            if (member.getValue() instanceof String text
                    && NAME.matcher(member.getKey()).matches()) {
                note(text);
            } else {
                noteValue(member.getValue());
            }
        });
    }

    private static void noteValue(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            noteMembers(object);
        } else if (value instanceof JsonArray array) {
            array.forEach(Secrets::noteValue);
        }
    }

    /** @throws AssertionError when a log has a secret of this JVM in it, which it names */
    static void findNone(String log) {
        var found = in(log, KNOWN);
        if (!found.isEmpty()) {
            throw new AssertionError("secrets were logged: " + found);
        }
    }

    /** Which of these are in a log; and whatever else in it looks like one of our tokens. */
    public static List<String> in(String log, Collection<String> secrets) {
        var words = Set.copyOf(secrets);
        var whole = secrets.stream().filter(secret -> !WORD.matcher(secret).matches());
        return Stream.of(
                        WORD.matcher(log).results().map(MatchResult::group).filter(words::contains),
                        TOKEN.matcher(log).results().map(MatchResult::group),
                        whole.filter(log::contains))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    /** Keeps a log of somebody else's, to be searched with that of this JVM. */
    static void keepLog(String whose, Path log) {
        try {
            Files.createDirectories(FOLDER);
            Files.copy(log, FOLDER.resolve(FORK + "-" + whose + ".log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve(FORK + ".secrets"),
                    KNOWN.stream().map(secret -> secret.replaceAll("\\R", " ")).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
