package broadside.post;

import static broadside.post.Desk.edited;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.nameOf;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.texts;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who is mentioned in a post, who sees that, and who is told. */
class MentionTest {
    private final List<Client> people = Guests.of(Desk.SERVER, 3);
    private final Client author = people.get(0);
    private final Client susan = people.get(1);
    private final Client zoe = people.get(2);
    private final String susanName = nameOf(susan);
    private final String zoeName = nameOf(zoe);

    private static List<String> mentions(Reply post) {
        return texts(post.expect(200).json().getJsonArray("mentions", new JsonArray()));
    }

    private static List<String> mentioning(Client client) {
        return ids(client.get("/v1/me/mentions").expect(200));
    }

    private static String id(Reply post) {
        return post.json().getString("id");
    }

    /** Names of those who were told that the post mentions them, in order. */
    private static String told(Reply post) {
        return String.valueOf(TestDatabase.ask(Desk.SERVER.database(), """
                select string_agg(a.username, ' ' order by e.id) from event e join account a on a.id = (e.data ->> 'account')::bigint
                where e.kind = 'post.mentioned' and e.subject_type = 'post' and e.subject_id = %s""".formatted(id(post))));
    }

    @Test
    void namesBecomeLinksAndAreTold() {
        var upper = susanName.toUpperCase(Locale.ROOT);
        var post =
                written(author, note("Hello @" + upper + ", @" + zoeName + " and @nobody-there, `@" + zoeName + "`"));
        assertEquals(List.of(susanName, zoeName), mentions(Desk.anybody().get(path(post))));
        var html = post.json().getString("html");
        assertTrue(
                html.contains("/v1/accounts/" + susanName + "\" rel=\"nofollow noopener ugc\">&#64;" + upper + "</a>"),
                html);
        assertTrue(html.contains("<code>&#64;" + zoeName + "</code>"), html);
        assertEquals(2, html.split("<a ", -1).length - 1, html);
        assertEquals(List.of(id(post)), mentioning(susan));
        assertEquals(susanName + " " + zoeName, told(post));
    }

    @Test
    void anEditMentionsAnew() {
        var post = written(author, note("@" + susanName));
        var other =
                edited(author, post, note("@" + zoeName + " and @" + susanName)).expect(200);
        assertEquals(List.of(zoeName, susanName), mentions(other));
        assertEquals(susanName + " " + zoeName, told(post));
        var none = edited(author, other, note("nobody")).expect(200);
        assertEquals(List.of(), mentions(none));
        assertEquals(List.of(), mentioning(susan));
        var revision = author.post(
                        path(post) + "/restorations", new JsonObject().put("revision", 1), "If-Match", none.etag())
                .expect(200);
        assertEquals(List.of(susanName), mentions(revision));
        var shown =
                edited(author, revision, new JsonObject().put("language", "en")).expect(200);
        assertEquals(List.of(susanName), mentions(shown));
        assertEquals(List.of(id(post)), mentioning(susan));
    }

    @Test
    void aDraftTellsNobodyUntilItIsPublished() {
        var draft = written(author, note("@" + susanName).put("status", "draft"));
        assertEquals(List.of(), mentioning(susan));
        assertEquals("null", told(draft));
        var out = edited(author, draft, new JsonObject().put("status", "published"))
                .expect(200);
        assertEquals(List.of(id(draft)), mentioning(susan));
        assertEquals(susanName, told(draft));
        var back = edited(author, out, new JsonObject().put("status", "draft")).expect(200);
        assertEquals(List.of(), mentioning(susan));
        edited(author, back, new JsonObject().put("status", "published")).expect(200);
        assertEquals(susanName, told(draft));
    }

    @Test
    void onlyWhoMaySeeIt() {
        var hers = written(author, note("@" + susanName).put("visibility", "private"));
        var followers = written(author, note("@" + susanName + " @" + zoeName).put("visibility", "followers"));
        assertEquals(List.of(), mentioning(susan));
        assertEquals("null", told(hers));
        assertEquals("null", told(followers));
        zoe.put("/v1/accounts/" + nameOf(author) + "/follow", null).expect(204);
        assertEquals(List.of(id(followers)), mentioning(zoe));
        edited(author, followers, new JsonObject().put("visibility", "public")).expect(200);
        assertEquals(susanName + " " + zoeName, told(followers));
    }

    @Test
    void blocksMutesAndSuspensionHold() {
        susan.put("/v1/accounts/" + nameOf(author) + "/block", null).expect(204);
        zoe.put("/v1/accounts/" + nameOf(author) + "/mute", null).expect(204);
        var post = written(author, note("@" + susanName + " @" + zoeName));
        assertEquals(List.of(zoeName), mentions(Desk.anybody().get(path(post))));
        assertFalse(post.json().getString("html").contains(susanName + "</a>"));
        assertEquals("null", told(post));
        assertEquals(List.of(), mentioning(zoe));
        susan.put("/v1/accounts/" + zoeName + "/block", null).expect(204);
        susan.delete("/v1/accounts/" + nameOf(author) + "/block").expect(204);
        assertEquals(List.of(), mentions(susan.get(path(post))));
    }

    @Test
    void oneselfIsMentionedAndNotTold() {
        var post = written(author, note("@" + nameOf(author)));
        assertEquals(List.of(nameOf(author)), mentions(author.get(path(post))));
        assertEquals("null", told(post));
    }

    @Test
    void whoeverLeavesIsMentionedNoMore() {
        var guest = Desk.author();
        var name = nameOf(guest);
        var post = written(author, note("@" + name + " @" + susanName));
        guest.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        assertEquals(List.of(susanName), mentions(Desk.anybody().get(path(post))));
        edited(author, author.get(path(post)), new JsonObject().put("language", "en"))
                .expect(200);
        assertEquals(List.of(susanName), mentions(author.get(path(post))));
    }

    @Test
    void mentionsArePaged() {
        var posts = java.util.stream.IntStream.range(0, 5)
                .mapToObj(number -> id(written(author, note(number + " @" + susanName))))
                .toList();
        var first = susan.get("/v1/me/mentions?limit=3").expect(200);
        var next = first.json().getJsonObject("page").getString("next");
        var second = susan.get("/v1/me/mentions?limit=3&cursor=" + next).expect(200);
        assertEquals(List.of(posts.get(4), posts.get(3), posts.get(2)), ids(first));
        assertEquals(List.of(posts.get(1), posts.get(0)), ids(second));
    }
}
