package broadside.access;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A post in a world, as the oracle knows it. A word that stands nowhere else gives it away wherever it is shown. */
final class Writing {
    final String word;
    final Person author;
    final @Nullable Writing parent;
    final Set<Person> mentioned = new HashSet<>();
    String id = "";
    String slug = "";
    String visibility = "public";
    String status = "published";
    boolean deleted;
    boolean hidden;

    @Nullable
    Person hiddenBy;

    Writing(String word, Person author, @Nullable Writing parent) {
        this.word = word;
        this.author = author;
        this.parent = parent;
    }

    boolean isArticle() {
        return !slug.equals("null");
    }

    /** What the microblog API calls a post. */
    boolean isNote() {
        return !isArticle() && parent == null;
    }

    /** What gives it away: its word, and its address to its end in XML and JSON. */
    Stream<String> traces() {
        var address = "/v1/posts/" + id;
        return Stream.of(word, address + "<", address + "\"");
    }

    @Override
    public String toString() {
        return word + " by " + author;
    }
}
