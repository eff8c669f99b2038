package broadside.kit.text;

import com.ibm.icu.text.Normalizer2;

/** What is the same but for case and compatibility forms, as a full-width letter or a ligature. */
public final class CaseFold {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private CaseFold() {}

    /** The key for comparison: toNFKC_Casefold (Unicode 3.13, UAX #31), repeated until it changes nothing. */
    public static String key(String text) {
        String key = FOLD.normalize(text);
        while (!FOLD.isNormalized(key)) {
            key = FOLD.normalize(key);
        }
        return key;
    }
}
