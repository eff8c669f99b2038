package broadside.session;

import broadside.kit.http.Call;
import broadside.kit.json.Fields;
import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Where a log-in comes from, so that people recognise their own.
 *
 * @param device what the client calls itself, at most 100 code points on one line; null: it does not say
 * @param address an IP address
 */
public record Origin(@Nullable String device, String address) {
    private static final int DEVICE = 100;
    private static final int ADDRESS = 45;

    /** Reads the member {@code device}; without it the User-Agent field tells the device. */
    static Origin from(Fields fields, Call call) {
        var device = fields.text("device")
                .length(1, DEVICE)
                .check(WellFormed::line, "invisible", "It must be one line without control characters.")
                .check(name -> !Invisible.all(name), "invisible", "It must show something.")
                .value();
        return device == null ? of(call) : new Origin(device, address(call));
    }

    /** The User-Agent field tells the device. */
    public static Origin of(Call call) {
        return new Origin(cleaned(call.header("User-Agent")), address(call));
    }

    static String address(Call call) {
        var address = call.client();
        return address.substring(0, Math.min(ADDRESS, address.length()));
    }

    /** A header may hold anything: what cannot be shown on one line is left out, what is too long cut off. */
    static @Nullable String cleaned(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        var clean = userAgent
                .codePoints()
                .filter(letter -> WellFormed.line(Character.toString(letter)))
                .limit(DEVICE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return Invisible.all(clean) ? null : clean;
    }
}
