package broadside.moderation;

import static broadside.moderation.Town.anybody;
import static broadside.moderation.Town.author;
import static broadside.moderation.Town.data;
import static broadside.moderation.Town.events;
import static broadside.moderation.Town.idOf;
import static broadside.moderation.Town.report;
import static broadside.moderation.Town.username;
import static broadside.moderation.Town.withRole;
import static broadside.moderation.Town.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Patience;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People report, moderators decide. */
class ReportTest {
    private final Client author = author();
    private final Client reader = withRole("reader");
    private final Client moderator = withRole("moderator");
    private final String post = written(author);
    private final String account = "/v1/accounts/" + username(author);

    /** The latest report about the author, as moderators see it. */
    private JsonObject latest() {
        return data(moderator.get("/v1/moderation/reports?limit=100")).stream()
                .filter(report ->
                        report.getJsonObject("account").getString("username").equals(username(author)))
                .findFirst()
                .orElseThrow();
    }

    private static String path(JsonObject report) {
        return "/v1/moderation/reports/" + report.getString("id");
    }

    private static JsonObject decision(String decision) {
        return new JsonObject().put("decision", decision);
    }

    @Test
    void aPostIsReportedAndDecidedAbout() {
        reader.post(post + "/reports", report("spam").put("text", "Again!")).expect(202);
        var open = latest();
        assertEquals("post", open.getString("subject"));
        assertEquals("spam", open.getString("category"));
        assertEquals("Again!", open.getString("text"));
        assertEquals(username(reader), open.getJsonObject("reporter").getString("username"));
        assertEquals(idOf(post), open.getJsonObject("post").getString("id"));
        assertNull(open.getJsonObject("resolution"));

        var path = path(open);
        moderator
                .put(path + "/resolution", decision("upheld").put("note", "Hidden."))
                .expect(204);
        moderator
                .put(path + "/resolution", decision("upheld").put("note", "Hidden."))
                .expect(204);
        moderator.put(path + "/resolution", decision("dismissed")).expect(409);
        var resolution = moderator.get(path).expect(200).json().getJsonObject("resolution");
        assertEquals("upheld", resolution.getString("decision"));
        assertEquals("Hidden.", resolution.getString("note"));
        assertEquals(username(moderator), resolution.getJsonObject("by").getString("username"));
        assertEquals("report.filed report.resolved", events("report", idOf(path)));
    }

    @Test
    void anAccountIsReported() {
        reader.post(account + "/reports", report("impersonation")).expect(202);
        var open = latest();
        assertEquals("account", open.getString("subject"));
        assertNull(open.getJsonObject("post"));
        assertNull(open.getString("text"));
    }

    @Test
    void oneOpenReportOfEachThing() {
        for (var subject : List.of(post, account)) {
            reader.post(subject + "/reports", report("spam")).expect(202);
            assertEquals(
                    "already-reported",
                    reader.post(subject + "/reports", report("hate"))
                            .expect(409)
                            .problem());
            author().post(subject + "/reports", report("spam")).expect(202);
            moderator.put(path(latest()) + "/resolution", decision("dismissed")).expect(204);
        }
        var mine = data(moderator.get("/v1/moderation/reports?status=open&limit=100")).stream()
                .filter(report ->
                        username(reader).equals(report.getJsonObject("reporter").getString("username")))
                .toList();
        assertEquals(2, mine.size());
        mine.forEach(report ->
                moderator.put(path(report) + "/resolution", decision("upheld")).expect(204));
        reader.post(post + "/reports", report("spam")).expect(202);
    }

    @Test
    void aRepeatedRequestReportsOnce() {
        for (int time = 0; time < 3; time++) {
            reader.post(post + "/reports", report("spam"), "Idempotency-Key", "again-" + post)
                    .expect(202);
        }
    }

    @Test
    void manyAtOnceAreOne() {
        var sent = IntStream.range(0, 20)
                .mapToObj(number -> Patience.with(() ->
                        reader.sending("POST", post + "/reports", report("spam").toBuffer())))
                .toList();
        var statuses =
                sent.stream().map(answer -> answer.join().status()).sorted().toList();
        assertEquals(202, statuses.get(0));
        assertEquals(List.of(409), statuses.stream().skip(1).distinct().toList());
    }

    @Test
    void whoMayWhat() {
        reader.post(post + "/reports", report("spam")).expect(202);
        var path = path(latest());
        author.post(post + "/reports", report("spam")).expect(409);
        author.post(account + "/reports", report("spam")).expect(409);
        anybody().post(post + "/reports", report("spam")).expect(401);
        anybody().get("/v1/moderation/reports").expect(401);
        for (var other : List.of(reader, author)) {
            other.get("/v1/moderation/reports").expect(403);
            other.get(path).expect(403);
            other.put(path + "/resolution", decision("upheld")).expect(403);
        }
        withRole("admin").get(path).expect(200);
        moderator.get("/v1/moderation/reports/9000000000000000000").expect(404);
        moderator
                .put("/v1/moderation/reports/9000000000000000000/resolution", decision("upheld"))
                .expect(404);
    }

    @Test
    void whatOneDoesNotSeeOneDoesNotReport() {
        var secret = written(author, new JsonObject().put("visibility", "private"));
        reader.post(secret + "/reports", report("spam")).expect(404);
        reader.post("/v1/accounts/nobody-at-all/reports", report("spam")).expect(404);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var wrong = new JsonObject()
                .put("category", "boring")
                .put("text", "x".repeat(1_001))
                .put("colour", 1);
        var reply = reader.post(post + "/reports", wrong).expect(400);
        assertEquals("enum", reply.violation("/category"));
        assertEquals("too-long", reply.violation("/text"));
        assertEquals("unknown", reply.violation("/colour"));
        assertEquals(
                "required",
                reader.post(post + "/reports", new JsonObject()).expect(400).violation("/category"));
        moderator.get("/v1/moderation/reports?status=closed&category=x").expect(400);
        reader.post(post + "/reports", report("spam")).expect(202);
        moderator.put(path(latest()) + "/resolution", new JsonObject()).expect(400);
    }

    @Test
    void theQueueIsFilteredAndPaged() {
        var posts = IntStream.range(0, 5).mapToObj(number -> written(author)).toList();
        posts.forEach(one -> reader.post(one + "/reports", report("violence")).expect(202));
        moderator.put(path(latest()) + "/resolution", decision("dismissed")).expect(204);
        var open = "/v1/moderation/reports?status=open&category=violence&limit=2";
        var page = moderator.get(open).expect(200);
        assertEquals(List.of(idOf(posts.get(3)), idOf(posts.get(2))), postIds(page));
        var next = moderator.get(
                open + "&cursor=" + page.json().getJsonObject("page").getString("next"));
        assertEquals(List.of(idOf(posts.get(1)), idOf(posts.get(0))), postIds(next));
        var resolved = data(moderator.get("/v1/moderation/reports?status=resolved&category=violence&limit=100"));
        assertTrue(resolved.stream().allMatch(report -> report.getJsonObject("resolution") != null));
    }

    private static List<String> postIds(broadside.testing.Reply page) {
        return data(page).stream()
                .map(report -> report.getJsonObject("post").getString("id"))
                .toList();
    }

    @Test
    void whatWasReportedStaysInTheQueue() {
        reader.post(post + "/reports", report("hate")).expect(202);
        var path = path(latest());
        var etag = author.get(post).etag();
        var edited = author.patch(post, new JsonObject().put("visibility", "private"), "If-Match", etag)
                .expect(200);
        assertEquals(
                idOf(post), moderator.get(path).json().getJsonObject("post").getString("id"));
        var draft = author.patch(post, new JsonObject().put("status", "draft"), "If-Match", edited.etag())
                .expect(200);
        assertNull(moderator.get(path).expect(200).json().getJsonObject("post"));
        author.delete(post, "If-Match", draft.etag()).expect(204);
        var left = moderator.get(path).expect(200).json();
        assertNull(left.getJsonObject("post"));
        assertEquals(username(author), left.getJsonObject("account").getString("username"));
    }
}
