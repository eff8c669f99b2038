package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.article;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import io.vertx.core.json.JsonArray;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest {
    private final String name = Client.name();
    private final Client author = anybody().register(name);
    private final String own = "/v1/accounts/" + name + "/posts";
    private final String all = "/v1/posts?author=" + name;

    @Test
    void listsAreNewestFirst() {
        var posts = List.of(written(author, note("1")), written(author, note("2")), written(author, note("3")));
        var newest = List.of(id(posts.get(2)), id(posts.get(1)), id(posts.get(0)));
        assertEquals(newest, ids(anybody().get(own).expect(200)));
        assertEquals(newest, ids(anybody().get(all).expect(200)));
        assertEquals(newest, ids(author.get("/v1/me/posts").expect(200)));
        assertTrue(ids(anybody().get("/v1/posts?limit=100").expect(200)).contains(id(posts.get(2))));
    }

    @Test
    void namesAreFoundWithoutRegardToCase() {
        var post = written(author, note("x"));
        var shouted = name.toUpperCase(java.util.Locale.ROOT);
        assertEquals(
                List.of(id(post)),
                ids(anybody().get("/v1/accounts/" + shouted + "/posts").expect(200)));
        assertEquals(
                List.of(id(post)),
                ids(anybody().get("/v1/posts?author=" + shouted).expect(200)));
    }

    @Test
    void nobodysListIsNotFound() {
        anybody().get("/v1/accounts/" + Client.name() + "/posts").expect(404);
        assertTrue(ids(anybody().get(own).expect(200)).isEmpty());
        assertTrue(ids(anybody().get("/v1/posts?author=" + Client.name()).expect(200))
                .isEmpty());
        anybody().get("/v1/me/posts").expect(401);
    }

    @Test
    void tagsAreFoundInAnySpelling() {
        var tag = "Tag " + name;
        var tagged = written(author, article("x", "y").put("tags", new JsonArray(List.of("other", tag))));
        var hashtagged = written(author, note("#tag_" + name + " #Straße"));
        written(author, note("untagged"));
        for (var list : List.of("/v1/posts?", own + "?", all + "&")) {
            for (var spelling : List.of(tag, tag.toUpperCase(java.util.Locale.ROOT), "tag-" + name, "＃Tag - " + name)) {
                assertEquals(
                        List.of(id(tagged)),
                        ids(anybody().get(list + "tag=" + encoded(spelling)).expect(200)));
            }
        }
        assertEquals(
                List.of(id(hashtagged)), ids(anybody().get(own + "?tag=STRASSE").expect(200)));
    }

    @Test
    void tagsFollowEdits() {
        var tag = "tag" + name;
        var post = written(
                author, note("x").put("tags", new JsonArray(List.of(tag))).put("status", "draft"));
        assertTrue(ids(anybody().get("/v1/posts?tag=" + tag).expect(200)).isEmpty());
        var out =
                Desk.edited(author, post, note("x").put("status", "published")).expect(200);
        assertEquals(
                List.of(id(post)), ids(anybody().get("/v1/posts?tag=" + tag).expect(200)));
        var other = Desk.edited(author, out, note("x").put("tags", new JsonArray(List.of("z" + tag))))
                .expect(200);
        assertTrue(ids(anybody().get("/v1/posts?tag=" + tag).expect(200)).isEmpty());
        assertEquals(
                List.of(id(post)), ids(anybody().get("/v1/posts?tag=z" + tag).expect(200)));
        author.delete(Desk.path(post), "If-Match", other.etag()).expect(204);
        assertTrue(ids(anybody().get("/v1/posts?tag=z" + tag).expect(200)).isEmpty());
    }

    @Test
    void aLanguageIncludesItsKinds() {
        var traditional = written(author, note("傳").put("language", "zh-hant"));
        var chinese = written(author, note("传").put("language", "zh"));
        var german = written(author, note("ü").put("language", "de"));
        written(author, note("?"));
        assertEquals(
                List.of(id(chinese), id(traditional)),
                ids(anybody().get(all + "&language=ZH").expect(200)));
        assertEquals(
                List.of(id(traditional)),
                ids(anybody().get(all + "&language=zh-Hant").expect(200)));
        assertEquals(List.of(), ids(anybody().get(all + "&language=zh-Ha").expect(200)));
        assertEquals(
                List.of(id(german)), ids(anybody().get(own + "?language=de").expect(200)));
    }

    @Test
    void kindsAndStatuses() {
        var note = written(author, note("note"));
        var article = written(author, article("article", "x"));
        var draft = written(author, note("draft").put("status", "draft"));
        assertEquals(List.of(id(note)), ids(anybody().get(all + "&kind=note").expect(200)));
        assertEquals(
                List.of(id(article)), ids(anybody().get(own + "?kind=article").expect(200)));
        assertEquals(
                List.of(id(draft)), ids(author.get("/v1/me/posts?status=draft").expect(200)));
        assertEquals(List.of(), ids(author.get("/v1/me/posts?status=scheduled").expect(200)));
        assertEquals(
                List.of(id(article)),
                ids(author.get("/v1/me/posts?status=published&kind=article").expect(200)));
        assertEquals(
                List.of(id(draft), id(article), id(note)),
                ids(author.get("/v1/me/posts").expect(200)));
    }

    @Test
    void sinceIsInclusiveAndUntilIsNot() {
        var first = written(author, note("1 #t"));
        var second = written(author, note("2 #t"));
        // The answer has milliseconds, the row microseconds: the whole millisecond is asked for.
        var from = first.json().getString("publishedAt");
        var to = second.json().getString("publishedAt");
        for (var list : List.of(all, all + "&tag=t")) {
            assertEquals(
                    List.of(id(second), id(first)),
                    ids(anybody().get(list + "&since=" + from).expect(200)));
            assertEquals(
                    List.of(id(first)),
                    ids(anybody().get(list + "&since=" + from + "&until=" + to).expect(200)));
            assertEquals(
                    List.of(id(second)),
                    ids(anybody().get(list + "&since=" + to).expect(200)));
            assertEquals(List.of(), ids(anybody().get(list + "&until=" + from).expect(200)));
        }
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var query = "?tag=%21&author=&language=x-y&kind=poem&since=yesterday&until=1&limit=0&colour=red";
        var reply = anybody().get("/v1/posts" + query).expect(400);
        for (var name : List.of("tag", "author", "language", "since", "until")) {
            assertEquals("format", reply.violation("?" + name), name);
        }
        assertEquals("enum", reply.violation("?kind"));
        assertEquals("range", reply.violation("?limit"));
        assertEquals("unknown", reply.violation("?colour"));
        assertEquals(
                "duplicate", anybody().get("/v1/posts?tag=a&tag=b").expect(400).violation("?tag"));
        assertEquals("unknown", anybody().get(own + "?author=x").expect(400).violation("?author"));
        assertEquals("enum", author.get("/v1/me/posts?status=gone").expect(400).violation("?status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "x'; drop table post; --",
                "\" or \"\"=\"",
                "$1",
                "?",
                "\\'; select pg_sleep(5); --",
                "x) union select * from account --",
                "%",
                "_",
                "\u0000"
            })
    void aFilterIsAValueAndNothingElse(String text) {
        var post = written(author, note("x").put("language", "en"));
        for (var parameter :
                List.of("tag", "author", "language", "kind", "since", "until", "limit", "cursor", "status")) {
            for (var list : List.of("/v1/posts", own, "/v1/me/posts")) {
                var reply = author.get(list + "?" + parameter + "=" + encoded(text));
                assertTrue(
                        reply.status() == 400
                                || (reply.status() == 200 && ids(reply).isEmpty()),
                        reply.text());
            }
        }
        var path = author.get("/v1/accounts/" + encoded(text).replace("+", "%20") + "/posts");
        assertTrue(path.status() == 404 || path.status() == 400, path.text());
        author.get(Desk.path(post)).expect(200);
    }

    @Test
    void aListShowsWhatAPostShows() {
        var post = written(author, article("Whole", "*x*").put("tags", new JsonArray(List.of("b", "a"))));
        var listed = author.get(own).expect(200).json().getJsonArray("data").getJsonObject(0);
        assertEquals(post.json(), listed);
        assertFalse(anybody()
                .get(own)
                .expect(200)
                .json()
                .getJsonArray("data")
                .getJsonObject(0)
                .containsKey("body"));
    }

    private static String id(Reply post) {
        return post.json().getString("id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
