package broadside.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of the dialects that hold nothing but what the people of one world wrote: all that a viewer may see of it, and no more. */
record DialectLists(World world, @Nullable Person viewer) {
    private static final String REALWORLD = "/realworld/api/articles";
    private static final String MICROBLOG = "/microblog/api";
    /** As long as a page can be in both. */
    private static final int PAGE = 25;

    /** What stands in each, of which some depend on an author or an article. */
    Map<String, Predicate<Writing>> about(Person author, @Nullable Writing article) {
        var lists = new LinkedHashMap<String, Predicate<Writing>>();
        lists.put(REALWORLD + "?author=" + author.name, articles(writing -> writing.author == author));
        lists.put(REALWORLD + "?tag=" + world.tag, articles(this::hears));
        if (article != null && Oracle.reads(viewer, article)) {
            lists.put(
                    REALWORLD + "/" + article.slug + "/comments",
                    reply -> reply.parent == article && Oracle.reads(viewer, reply) && hears(reply));
        }
        if (viewer != null) {
            lists.put(REALWORLD + "/feed", articles(writing -> follows(writing) && hears(writing)));
            lists.put(
                    MICROBLOG + "/feed",
                    notes(writing -> writing.author == viewer || (follows(writing) && hears(writing))));
            if (Oracle.sees(viewer, author)) {
                lists.put(MICROBLOG + "/users/" + author.id + "/posts", notes(writing -> writing.author == author));
            }
        }
        return lists;
    }

    private Predicate<Writing> articles(Predicate<Writing> some) {
        return writing -> writing.isArticle() && Oracle.reads(viewer, writing) && some.test(writing);
    }

    private Predicate<Writing> notes(Predicate<Writing> some) {
        return writing -> writing.isNote() && Oracle.reads(viewer, writing) && some.test(writing);
    }

    private boolean hears(Writing writing) {
        return Oracle.hears(viewer, writing.author);
    }

    private boolean follows(Writing writing) {
        return viewer != null && viewer.follows.contains(writing.author);
    }

    /** Fails unless a list holds, and counts, exactly what it should. */
    void check(String path, Predicate<Writing> contents, Client client, String told) {
        var expected = words(contents);
        if (expected.size() > PAGE) {
            return;
        }
        var answer = client.unchecked("GET", path, null).expect(200);
        assertEquals(expected, words(writing -> answer.text().contains(writing.word)), () -> told + "\n" + world);
        var json = answer.json();
        var total = json.containsKey("pagination")
                ? json.getJsonObject("pagination").getInteger("total")
                : json.getInteger("articlesCount", expected.size());
        assertEquals(expected.size(), total, () -> "counted by " + told + "\n" + world);
    }

    private Set<String> words(Predicate<Writing> some) {
        return world.writings.stream().filter(some).map(writing -> writing.word).collect(Collectors.toSet());
    }
}
