package broadside.cli.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as SQLite, MySQL and PostgreSQL write it; without a zone it is UTC, as the Microblog stores it. */
public final class Moment {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?:[ T](\\d\\d):(\\d\\d)(?::(\\d\\d)"
            + "(?:\\.(\\d{1,9}))?)?)? *(Z|[+-]\\d\\d(?::?\\d\\d)?(?::\\d\\d)?)?");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private Moment() {}

    public static Optional<Instant> parse(String text) {
        var parts = FORM.matcher(text.strip());
        try {
            return parts.matches()
                    ? Optional.of(time(parts)).filter(time -> !time.isBefore(EARLIEST))
                    : Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Instant time(java.util.regex.Matcher parts) {
        var fraction = parts.group(7) == null ? "" : parts.group(7);
        var zone = parts.group(8);
        return OffsetDateTime.of(
                        number(parts.group(1)),
                        number(parts.group(2)),
                        number(parts.group(3)),
                        number(parts.group(4)),
                        number(parts.group(5)),
                        number(parts.group(6)),
                        number((fraction + "000000000").substring(0, 9)),
                        zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone))
                .toInstant();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
