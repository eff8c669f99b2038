package broadside.kit.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/**
 * The #hashtags of a Markdown text: a number sign (# or its full-width form) before letters, digits, marks and
 * underscores, one of them not a digit. None in code, links, image descriptions or after a backslash, and none inside a
 * word, unless the script before it is written without blanks: {@code 今日は#猫} has one.
 */
public final class Hashtags extends AbstractVisitor {
    public static final int MAX_COUNT = 10;

    private final Map<String, String> spellingByKey = new LinkedHashMap<>();

    private Hashtags() {}

    /** The first ten that differ (see {@link Tag#key}), in order, as their author spelled them, without the sign. */
    public static List<String> in(String markdown) {
        if (markdown.chars().noneMatch(Hashtags::mayBeSign)) {
            return List.of();
        }
        Hashtags hashtags = new Hashtags();
        CommonMark.parse(withoutEscapedSigns(markdown)).accept(hashtags);
        return hashtags.spellingByKey.values().stream().limit(MAX_COUNT).toList();
    }

    /** The parsed text no longer tells an escaped sign from a bare one; an escaped slash cannot begin a hashtag. */
    private static String withoutEscapedSigns(String markdown) {
        return markdown.replace("\\#", "\\/");
    }

    @Override
    public void visit(Link link) {}

    @Override
    public void visit(Image image) {}

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral();
        for (int sign = nextSign(literal, 0); sign >= 0; ) {
            int end = wordEnd(literal, sign + 1);
            if (isBoundary(literal, sign)) {
                keep(literal.substring(sign + 1, end));
            }
            sign = nextSign(literal, end);
        }
    }

    private void keep(String word) {
        String key = Tag.key(word);
        if (key != null && !word.codePoints().allMatch(Letters::isDigit)) {
            spellingByKey.putIfAbsent(key, word);
        }
    }

    private static int nextSign(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if (isSign(text.charAt(index))) {
                return index;
            }
        }
        return -1;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isBoundary(String text, int sign) {
        if (sign == 0) {
            return true;
        }
        int before = text.codePointBefore(sign);
        return isWord(before) ? Letters.isUnspaced(before) : !isSign(before) && "&/".indexOf(before) < 0;
    }

    private static boolean isWord(int codePoint) {
        return Letters.isLetterOrDigit(codePoint) || Letters.isMark(codePoint) || codePoint == '_';
    }

    /** A sign, or the beginning of a reference to one, as HTML has them. */
    private static boolean mayBeSign(int codePoint) {
        return isSign(codePoint) || codePoint == '&';
    }

    private static boolean isSign(int codePoint) {
        return codePoint == '#' || codePoint == '＃';
    }
}
