package broadside.transfer;

import broadside.kit.text.Sha256;
import broadside.post.FormerPost;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that was written for our API, or for a program that makes pages of files.
 *
 * @param place   where it stands, for people to find it
 * @param author  name of an account here; null: nobody is known, which is a fault
 * @param post    null where something is wrong with it
 * @param answers key of the post it answers; null: none
 * @param faults  all that is wrong with it
 */
public record SourceEntry(
        String key,
        String place,
        @Nullable String author,
        @Nullable FormerPost post,
        @Nullable String answers,
        List<String> faults,
        List<String> changes)
        implements SourceRow {
    /** The ledger has room for 41 characters: 240 bits of a hash are 40. */
    private static final int HASH_BYTES = 30;

    /** The key of what its source calls by this id. */
    public static String keyOfId(String id) {
        return hash("id " + id);
    }

    /** The key of a file that has no id. */
    public static String keyOfFile(String path) {
        return hash("file " + path);
    }

    /** The key of what has neither: what stands before it in its file may change. */
    public static String keyOfText(byte[] text) {
        return hash("text " + new String(text, StandardCharsets.ISO_8859_1));
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(text), HASH_BYTES));
    }
}
