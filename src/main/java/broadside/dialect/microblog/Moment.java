package broadside.dialect.microblog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as this API writes and reads them: ISO 8601 in UTC with microseconds, which stand there unless there are none. */
final class Moment {
    private static final DateTimeFormatter WHOLE = format("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = format("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})[T ]([0-9]{1,2}):([0-9]{1,2})"
                    + "(?::([0-9]{1,2})(?:\\.([0-9]{1,6})[0-9]{0,6})?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?");
    private static final int MICRO_DIGITS = 6;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Moment() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    static String text(Instant time) {
        return (time.getNano() < 1_000 ? WHOLE : MICROS).format(time);
    }

    /** Seconds and zone may be missing; null where it is no time of the years 1 to 9999. */
    static @Nullable Instant parse(String text) {
        var found = FORM.matcher(text);
        try {
            return found.matches() ? within(instant(found)) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Instant instant(Matcher found) {
        var local = LocalDateTime.of(
                number(found, 1),
                number(found, 2),
                number(found, 3),
                number(found, 4),
                number(found, 5),
                number(found, 6),
                1_000 * micros(found.group(7)));
        var zone = found.group(8);
        return local.toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone));
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    private static int micros(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits + "0".repeat(MICRO_DIGITS - digits.length()));
    }

    private static @Nullable Instant within(Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }
}
