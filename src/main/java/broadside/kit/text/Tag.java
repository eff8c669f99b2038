package broadside.kit.text;

import org.jspecify.annotations.Nullable;

/** Words that things are filed under. The author's spelling is kept elsewhere; here is what makes two of them one. */
public final class Tag {
    public static final int MAX_LENGTH = 50;

    /** So that c, c++ and c# are three. */
    private static final String EXTRAS = "_+#";

    private Tag() {}

    /**
     * The key for comparison: case folded (see {@link CaseFold}); letters, digits and their marks, {@code _}, {@code +}
     * and {@code #} after the first of them, single hyphens for the rest: {@code "#Vert.x"} → {@code "vert-x"}. Null
     * when nothing is left or more than {@value #MAX_LENGTH} code points are.
     */
    public static @Nullable String key(String text) {
        String key = Hyphenated.of(CaseFold.key(text), EXTRAS);
        return key.isEmpty() || WellFormed.codePoints(key) > MAX_LENGTH ? null : key;
    }
}
