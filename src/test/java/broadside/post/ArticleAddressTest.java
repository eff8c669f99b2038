package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.article;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArticleAddressTest {
    private final Client author = Desk.author();

    private final String name = Client.name();

    @Test
    void anArticleIsFoundByItsSlug() {
        var post = written(author, article("À propos: " + name, "text"));
        assertEquals("a-propos-" + name, slug(post));
        var seen = anybody().get(address(slug(post))).expect(200);
        assertEquals(post.json().getString("id"), seen.json().getString("id"));
        anybody().get(address(slug(post)), "If-None-Match", seen.etag()).expect(304);
        anybody().get(address(name)).expect(404);
        anybody().get("/v1/articles/%00").expect(404);
        anybody().get("/v1/articles/a%2Fb").expect(404);
    }

    @Test
    void otherScriptsKeepTheirLetters() {
        var post = written(author, article("Привет, 世界! " + name, "text"));
        assertEquals("привет-世界-" + name, slug(post));
        anybody().get(address(slug(post))).expect(200);
        var renamed = edited(author, post, new JsonObject().put("title", "さようなら " + name))
                .expect(200);
        var moved = anybody().get(address(slug(post))).expect(301);
        assertEquals(address(slug(renamed)), moved.header("Location").orElseThrow());
        anybody().get(moved.header("Location").orElseThrow()).expect(200);
    }

    @Test
    void aTakenSlugGetsASuffix() {
        var first = written(author, article(name, "first"));
        var second = written(Desk.author(), article(name.toUpperCase(java.util.Locale.ROOT) + "!", "second"));
        assertEquals(name, slug(first));
        assertTrue(slug(second).matches(name + "-[a-z0-9]{6}"), slug(second));
    }

    @Test
    void ofManyAtOnceOneGetsThePlainSlug() {
        var replies = Desk.together(30, number -> Desk.writing(author, article(name, "text")));
        assertEquals(30, Desk.count(replies, 201));
        var slugs = replies.stream().map(ArticleAddressTest::slug).collect(Collectors.toSet());
        assertEquals(30, slugs.size());
        assertTrue(slugs.contains(name));
    }

    @Test
    void anOldSlugLeadsToTheNewOneForEver() {
        var first = written(author, article("first " + name, "text"));
        var second = edited(author, first, new JsonObject().put("title", "second " + name))
                .expect(200);
        var third = edited(author, second, new JsonObject().put("title", "third " + name))
                .expect(200);
        for (var old : new Reply[] {first, second}) {
            assertEquals(
                    address(slug(third)),
                    anybody()
                            .get(address(slug(old)))
                            .expect(301)
                            .header("Location")
                            .orElseThrow());
        }
        var rival = written(author, article("first " + name, "rival"));
        assertTrue(slug(rival).matches("first-" + name + "-[a-z0-9]{6}"), slug(rival));
        var back = edited(author, third, new JsonObject().put("title", "First " + name))
                .expect(200);
        assertEquals(slug(first), slug(back));
        anybody().get(address(slug(first))).expect(200);
        anybody().get(address(slug(third))).expect(301);
    }

    @Test
    void aTitleThatReadsTheSameKeepsTheSlug() {
        written(author, article(name, "the plain one"));
        var post = written(author, article(name, "with a suffix"));
        var after =
                edited(author, post, new JsonObject().put("title", name + "?!")).expect(200);
        assertEquals(slug(post), slug(after));
    }

    @Test
    void anArticleThatBecameANoteIsStillFound() {
        var post = written(author, article(name, "short"));
        edited(author, post, new JsonObject().putNull("title")).expect(200);
        assertEquals(
                path(post),
                anybody().get(address(name)).expect(301).header("Location").orElseThrow());
    }

    @Test
    void theSlugOfADeletedArticleStaysTaken() {
        var post = written(author, article(name, "short"));
        author.delete(path(post), "If-Match", post.etag()).expect(204);
        anybody().get(address(name)).expect(404);
        assertTrue(slug(written(author, article(name, "another"))).startsWith(name + "-"));
    }

    @Test
    void titlesOfNothingOrOfDigitsHaveSlugsToo() {
        assertTrue(slug(written(author, article("!!!", "x"))).startsWith("post"));
        assertTrue(slug(written(author, article("1984", "x"))).startsWith("post-1984"));
    }

    private static String slug(Reply post) {
        return post.json().getString("slug");
    }

    private static String address(String slug) {
        return "/v1/articles/" + URLEncoder.encode(slug, StandardCharsets.UTF_8);
    }
}
