package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.articles;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.slugs;
import static broadside.dialect.realworld.Conduit.somebody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles in lists, and their tags. */
@Conforms("realworld")
class ListsTest {
    private final Conduit susan = somebody();
    private final String tag = Client.name();

    private List<JsonObject> written(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> susan.write("Number " + number, tag))
                .toList();
    }

    private static int total(String list) {
        return nobody().get(list).expect(200).json().getInteger("articlesCount");
    }

    @Test
    @Line("lists.without-body")
    void haveNoBodies() {
        var written = written(1).get(0);
        var listed = articles(nobody().get("/articles?author=" + susan.name())).get(0);
        assertFalse(listed.containsKey("body"));
        written.remove("body");
        assertEquals(written, listed);
        assertEquals(
                listed,
                articles(nobody().get("/articles?limit=100")).stream()
                        .filter(article -> article.getString("slug").equals(listed.getString("slug")))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    @Line({"lists.pages", "lists.newest-first", "lists.total"})
    void comeInPages() {
        var newestFirst = new ArrayList<>(
                written(4).stream().map(article -> article.getString("slug")).toList());
        Collections.reverse(newestFirst);
        for (var list : List.of("/articles?author=" + susan.name(), "/articles?tag=" + tag)) {
            assertEquals(newestFirst, slugs(nobody().get(list)));
            assertEquals(newestFirst.subList(0, 2), slugs(nobody().get(list + "&limit=2")));
            assertEquals(newestFirst.subList(1, 2), slugs(nobody().get(list + "&limit=1&offset=1")));
            assertEquals(List.of(), slugs(nobody().get(list + "&offset=4")));
            assertEquals(4, total(list + "&limit=1"));
            assertEquals(4, total(list + "&offset=4"));
        }
    }

    @Test
    @Line("lists.default")
    void holdTwentyUnlessSaid() {
        written(21);
        var list = "/articles?tag=" + tag;
        assertEquals(20, slugs(nobody().get(list)).size());
        assertEquals(21, slugs(nobody().get(list + "&limit=100")).size());
        assertEquals(21, total(list));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=x",
                "limit=",
                "offset=-1",
                "offset=10001",
                "offset=1.5"
            })
    @Line("lists.bounds")
    void partsHaveBounds(String part) {
        var name = part.replaceFirst("=.*", "");
        var text = "must be a whole number from " + (name.equals("limit") ? "1 to 100" : "0 to 10000");
        assertRefused(422, name, text, nobody().get("/articles?" + part));
        assertRefused(422, name, text, susan.get("/articles/feed?" + part));
    }

    @Test
    @Line("lists.tag")
    void byTag() {
        var slug = written(1).get(0).getString("slug");
        assertEquals(List.of(slug), slugs(nobody().get("/articles?tag=" + tag)));
        assertEquals(List.of(), slugs(nobody().get("/articles?tag=no-such-tag-at-all")));
        assertEquals(List.of(), slugs(nobody().get("/articles?tag=%2B%2B")));
    }

    @Test
    @Line({"lists.author", "lists.unknown"})
    void byAuthor() {
        var slug = written(1).get(0).getString("slug");
        somebody().write("Another's");
        assertEquals(List.of(slug), slugs(nobody().get("/articles?author=" + susan.name())));
        assertEquals(0, total("/articles?author=nobody-at-all"));
        assertEquals(List.of(), slugs(nobody().get("/articles?author=nobody-at-all")));
    }

    @Test
    @Line({"lists.favorited", "lists.unknown"})
    void byWhoLikesThem() {
        var liked = written(3).subList(0, 2);
        var fan = somebody();
        liked.forEach(article -> fan.post(at(article) + "/favorite", null).expect(200));
        var list = "/articles?favorited=" + fan.name();
        assertEquals(
                List.of(liked.get(1), liked.get(0)).stream()
                        .map(article -> article.getString("slug"))
                        .toList(),
                slugs(nobody().get(list)));
        assertEquals(2, total(list));
        assertTrue(articles(fan.get(list)).stream().allMatch(article -> article.getBoolean("favorited")));
        assertTrue(articles(nobody().get(list)).stream().noneMatch(article -> article.getBoolean("favorited")));
        assertEquals(0, total("/articles?favorited=nobody-at-all"));
    }

    @Test
    @Line("lists.filters-together")
    void filtersAddUp() {
        var first = written(2).get(0);
        var fan = somebody();
        fan.post(at(first) + "/favorite", null).expect(200);
        var list = "/articles?tag=" + tag + "&author=" + susan.name() + "&favorited=" + fan.name();
        assertEquals(List.of(first.getString("slug")), slugs(nobody().get(list)));
        assertEquals(1, total(list));
    }

    @Test
    @Line("feed.empty")
    void aNewFeedIsEmpty() {
        assertEquals(
                new JsonObject("{\"articles\":[],\"articlesCount\":0}"),
                susan.get("/articles/feed").expect(200).json());
    }

    @Test
    @Line({"feed.followed", "feed.pages"})
    void aFeedHoldsWhatThoseOneFollowsWrite() {
        var reader = somebody();
        reader.write("My own");
        var other = somebody();
        reader.post("/profiles/" + susan.name() + "/follow", null).expect(200);
        reader.post("/profiles/" + other.name() + "/follow", null).expect(200);
        var first = susan.write("First").getString("slug");
        var second = other.write("Second").getString("slug");
        var third = susan.write("Third").getString("slug");
        var feed = reader.get("/articles/feed");
        assertEquals(List.of(third, second, first), slugs(feed));
        assertEquals(3, feed.json().getInteger("articlesCount"));
        assertTrue(articles(feed).stream()
                .allMatch(article ->
                        article.getJsonObject("author").getBoolean("following") && !article.containsKey("body")));
        assertEquals(List.of(second), slugs(reader.get("/articles/feed?limit=1&offset=1")));
        assertEquals(3, reader.get("/articles/feed?limit=1&offset=1").json().getInteger("articlesCount"));
    }

    @Test
    @Line("feed.token-needed")
    void aFeedIsSomebodys() {
        assertRefused(401, "token", "is missing", nobody().get("/articles/feed"));
    }

    @Test
    @Line("tags.list")
    void tagsAreThereAtOnce() {
        written(1);
        susan.write("Two", "Zweites-" + tag);
        var tags = nobody().get("/tags").expect(200).json().getJsonArray("tags");
        assertTrue(tags.contains(tag), tags.encode());
        assertTrue(tags.contains("Zweites-" + tag), tags.encode());
        assertEquals(tags.size(), tags.stream().distinct().count());
    }
}
