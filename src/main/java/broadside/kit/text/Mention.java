package broadside.kit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** A sign and what may be a name after it, as {@link MentionParser} found it: to become a link or text again. */
final class Mention extends CustomNode {
    private static final String TRAILING = "._-";

    private final String sign;
    private final String word;
    private boolean open = true;

    /** @param word from a letter on to a letter, digit or mark */
    Mention(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    /** It stands where nothing is a mention, as in the text of a link. */
    void close() {
        open = false;
    }

    /**
     * Names it may mean, the longest first. A name may end with what ends a sentence, and in a script without blanks more words may
     * follow it.
     */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (open && !isWithinWord()) {
            String text = word + trailing();
            for (int end = text.length(); end > 0; end = text.offsetByCodePoints(end, -1)) {
                int length = text.codePointCount(0, end);
                if (length >= Name.MIN_LENGTH && length <= Name.MAX_LENGTH && (end >= word.length() || endsWord(end))) {
                    names.add(text.substring(0, end));
                }
            }
        }
        return names;
    }

    /** An underscore that was no emphasis makes it part of an address, as in {@code first_@example.com}. */
    private boolean isWithinWord() {
        return getPrevious() instanceof Text before && before.getLiteral().endsWith("_");
    }

    private String trailing() {
        String after = getNext() instanceof Text next ? next.getLiteral() : "";
        int end = 0;
        while (end < after.length() && end < Name.MAX_LENGTH && TRAILING.indexOf(after.charAt(end)) >= 0) {
            end++;
        }
        return after.substring(0, end);
    }

    private boolean endsWord(int end) {
        return Letters.isUnspaced(word.codePointBefore(end)) || Letters.isUnspaced(word.codePointAt(end));
    }

    /** The first of its names that has an address, by key; null where none has. */
    @Nullable
    String chosen(Map<String, String> addresses) {
        return names().stream()
                .filter(name -> addresses.containsKey(CaseFold.key(name)))
                .findFirst()
                .orElse(null);
    }

    /** Becomes a link to this address under this name, and what is left of the word text after it. */
    void link(String name, String address) {
        Node link = new Link(address, null);
        link.appendChild(new Text(sign + name));
        insertBefore(link);
        if (name.length() < word.length()) {
            insertBefore(new Text(word.substring(name.length())));
        } else if (name.length() > word.length() && getNext() instanceof Text next) {
            next.setLiteral(next.getLiteral().substring(name.length() - word.length()));
        }
        unlink();
    }

    /** Becomes text as it was written. */
    void plain() {
        insertBefore(new Text(sign + word));
        unlink();
    }
}
