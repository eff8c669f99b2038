package broadside.kit.http;

import broadside.kit.text.Sha256;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, 8.8.3) of the form {@code "<row version>-<hash>"}: the whole tells whether a representation is the same,
 * the part before the dash whether the row behind it is.
 */
final class EntityTag {
    private static final int HASH_BYTES = 12;

    private EntityTag() {}

    static String of(long version, Buffer body) {
        var hash = Arrays.copyOf(Sha256.of(body.getBytes()), HASH_BYTES);
        return '"'
                + Long.toString(version)
                + '-'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash)
                + '"';
    }

    /** If-None-Match: weak comparison of the whole tag (RFC 9110, 13.1.2). */
    static boolean noneMatches(@Nullable String ifNoneMatch, @Nullable String tag) {
        if (ifNoneMatch == null || tag == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::trim)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals("*") || known.equals(tag));
    }

    /** If-Match: whether one of the tags names this row version, or is {@code *} (RFC 9110, 13.1.1). */
    static boolean namesVersion(String ifMatch, long version) {
        return Arrays.stream(ifMatch.split(","))
                .map(String::trim)
                .anyMatch(known -> known.equals("*") || known.startsWith('"' + Long.toString(version) + '-'));
    }
}
