package broadside.kit.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/** Lower-case Latin letters as ASCII, where there is a usual way; other scripts stay as they are. */
final class PlainLatin {
    /** Letters that no normalisation form takes apart. */
    private static final Map<Integer, String> SPELLED_OUT = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ø', "o"));

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private PlainLatin() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        boolean afterLatin = false;
        for (int codePoint : NFD.normalize(text).codePoints().toArray()) {
            boolean mark = Letters.isMark(codePoint);
            afterLatin = mark ? afterLatin : Letters.isLatin(codePoint);
            if (!mark || !afterLatin) {
                plain.append(SPELLED_OUT.getOrDefault(codePoint, Character.toString(codePoint)));
            }
        }
        return NFC.normalize(plain);
    }
}
