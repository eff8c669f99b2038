package broadside.kit.text;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Finds the signs that names stand after. What is escaped, in code, or in an e-mail or web address has none. */
final class MentionParser implements InlineContentParser, InlineContentParserFactory {
    private static final Set<Character> SIGNS = Set.of('@', '＠');
    private static final String WITHIN_ADDRESSES = "&/=.+-%#?@＠";

    @Override
    public Set<Character> getTriggerCharacters() {
        return SIGNS;
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        if (!isBoundary(before)) {
            return ParsedInline.none();
        }
        String sign = String.valueOf(scanner.peek());
        scanner.next();
        Position start = scanner.position();
        Position end = wordEnd(scanner);
        String word = scanner.getSource(start, end).getContent();
        scanner.setPosition(end);
        return isWord(word, before)
                        && (Letters.isUnspaced(word.codePointBefore(word.length())) || !SIGNS.contains(scanner.peek()))
                ? ParsedInline.of(new Mention(sign, word), end)
                : ParsedInline.none();
    }

    /** An underscore may be the beginning of an emphasis, and is looked at again when that is known. */
    private static boolean isBoundary(int before) {
        boolean isLetter = Letters.isLetterOrDigit(before) || Letters.isMark(before);
        return isLetter ? Letters.isUnspaced(before) : WITHIN_ADDRESSES.indexOf(before) < 0;
    }

    private static boolean isWord(String word, int before) {
        boolean isAddress = Letters.isLetter(before) && word.indexOf('.') >= 0;
        return !word.isEmpty() && Letters.isLetter(word.codePointAt(0)) && !isAddress;
    }

    /** After the last letter, digit or mark: signs at the end may end an emphasis or a sentence. */
    private static Position wordEnd(Scanner scanner) {
        Position end = scanner.position();
        while (scanner.hasNext()) {
            int next = scanner.peekCodePoint();
            boolean isLetter = Letters.isLetterOrDigit(next) || Letters.isMark(next);
            if (!isLetter && "._-".indexOf(next) < 0) {
                break;
            }
            for (int unit = Character.charCount(next); unit > 0; unit--) {
                scanner.next();
            }
            end = isLetter ? scanner.position() : end;
        }
        return end;
    }
}
