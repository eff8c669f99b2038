package broadside.cli.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.cli.Told;
import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A post a line. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonLinesImportTest {
    private final Server server = Server.start(Map.of());
    private final String author = Client.name();
    private Client client;

    @TempDir
    private Path folder;

    @BeforeAll
    void register() {
        client = server.client().register(author);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Brought bring(Path file, String... more) {
        return Brought.from(server.database(), file, more);
    }

    private static JsonObject article(String title) {
        return new JsonObject().put("title", title).put("body", "Text of " + title);
    }

    private String line(JsonObject post) {
        return post.put("author", author).encode();
    }

    private JsonObject read(String slug) {
        return client.get("/v1/articles/" + slug).expect(200).json();
    }

    @Test
    void takesEveryMember() throws IOException {
        var soon = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        var article = article("All there is")
                .put("id", "a-1")
                .put("summary", "Short")
                .put("language", "zh-hant-tw")
                .put("tags", new JsonArray().add("One").add("two"))
                .put("coverUrl", "https://example.com/x.png")
                .put("visibility", "followers")
                .put("repliesFrom", "nobody")
                .put("slug", "kept-as-it-was")
                .put("publishedAt", "2019-05-06T07:08:09.123456Z")
                .put("updatedAt", "2020-01-01T00:00:00+01:00");
        var draft = article("A draft").put("status", "draft").put("createdAt", "2018-01-01T00:00:00Z");
        var later = article("Later").put("status", "scheduled").put("publishAt", soon.toString());
        bring(file("all.jsonl", line(article), "", line(draft), line(later))).expect(0, 3, 3, 0, 0, 0);
        var found = read("kept-as-it-was");
        assertEquals("Text of All there is", found.getString("body"));
        assertEquals("Short", found.getString("summary"));
        assertEquals("zh-Hant-TW", found.getString("language"));
        assertEquals(List.of("One", "two"), found.getJsonArray("tags").getList());
        assertEquals("followers nobody", found.getString("visibility") + " " + found.getString("repliesFrom"));
        assertEquals("2019-05-06T07:08:09.123Z", found.getString("publishedAt"));
        assertEquals("2019-05-06T07:08:09.123Z", found.getString("createdAt"));
        assertEquals("2019-12-31T23:00:00.000Z", found.getString("updatedAt"));
        assertEquals("2018-01-01T00:00:00.000Z", read("a-draft").getString("createdAt"));
        assertEquals(soon, Instant.parse(read("later").getString("publishAt")));
    }

    @Test
    void tellsAllThatIsWrongWithALine() throws IOException {
        var wrong = article("x".repeat(201))
                .put("status", "gone")
                .put("tags", new JsonArray().add("!"))
                .put("publishedAt", "2999-01-01T00:00:00Z")
                .put("colour", "red");
        var told = bring(file(
                        "wrong.jsonl",
                        line(wrong),
                        new JsonObject().put("body", "Whose?").encode(),
                        new JsonObject()
                                .put("body", "x")
                                .put("author", "no\u001b[2Jbody")
                                .encode(),
                        "{\"body\": ",
                        "[1]",
                        line(article("Reply").put("replyTo", "7")),
                        line(new JsonObject()
                                .put("body", "note")
                                .put("slug", "none")
                                .put("summary", "none"))))
                .expect(3, 7, 0, 0, 0, 7);
        assertEquals(
                "skipped: title: It may have at most 200 characters; tags/0: It must be one line with a letter or digit in it; "
                        + "status: It must be one of draft, scheduled, published; publishedAt: It must not be in the future; "
                        + "colour: There is no such member here",
                told.about("wrong.jsonl line 1"));
        assertEquals("skipped: author: It has none, and no --author is given", told.about("wrong.jsonl line 2"));
        assertEquals("skipped: author: Nobody here is called no\\u001b[2Jbody", told.about("wrong.jsonl line 3"));
        assertTrue(told.about("wrong.jsonl line 4").startsWith("skipped: it is no JSON object: "), told.report());
        assertEquals("skipped: it is no JSON object: It must be an object", told.about("wrong.jsonl line 5"));
        assertEquals("skipped: title: A reply is a note", told.about("wrong.jsonl line 6"));
        assertTrue(told.about("wrong.jsonl line 7").contains("slug: Only an article has one"), told.report());
    }

    @Test
    void nothingHostileDoesHarm() throws IOException {
        var file = folder.resolve("hostile.jsonl");
        try (var out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            out.write((line(article("Behind a mark")) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write("{\"body\":\"a\0b\"}\n{\"body\":\"a\\u0000b\"}\n{\"body\":\"\\ud800\"}\n"
                    .getBytes(StandardCharsets.UTF_8));
            out.write("{\"body\":\"\u00ff\"}\n".getBytes(StandardCharsets.ISO_8859_1));
            out.write(("{\"body\":" + "[".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8));
            out.write("{\"body\":\"".getBytes(StandardCharsets.UTF_8));
            var much = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int mebibyte = 0; mebibyte < 50; mebibyte++) {
                out.write(much);
            }
            out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
            out.write(line(article("Last without an end")).getBytes(StandardCharsets.UTF_8));
        }
        var told = bring(file).expect(3, 8, 2, 0, 0, 6);
        assertEquals("skipped: body: It holds NUL or half a surrogate pair", told.about("hostile.jsonl line 3"));
        assertEquals("skipped: it is no JSON object: It is not UTF-8", told.about("hostile.jsonl line 5"));
        assertEquals("skipped: it is longer than 4 MiB", told.about("hostile.jsonl line 7"));
        read("last-without-an-end");
    }

    @Test
    void aSecondRunBringsWhatIsNew() throws IOException {
        var one = line(article("Once"));
        var named = line(article("Named").put("id", 5));
        var file = file("again.jsonl", one, named, one);
        var told = bring(file).expect(3, 3, 2, 0, 0, 1);
        assertEquals("skipped: an earlier one has the same id, or is the same", told.about("again.jsonl line 3"));
        var changed = line(article("Named otherwise").put("id", "5"));
        file("again.jsonl", line(article("Inserted")), one, changed);
        bring(file).expect(0, 3, 1, 0, 2, 0);
        bring(
                        Files.move(file, folder.resolve("moved.jsonl")),
                        "--name",
                        "posts:" + folder.toRealPath().resolve("again.jsonl"))
                .expect(0, 3, 0, 0, 3, 0);
        assertEquals("3", ask("select count(*) from post where title in ('Once', 'Named', 'Inserted')"));
    }

    /** However far apart they stand. */
    @Test
    void whatStandsThereTwiceComesOnce() throws IOException {
        var lines = IntStream.range(0, 250)
                .mapToObj(number -> line(new JsonObject().put("body", "Twice " + number % 249)))
                .toArray(String[]::new);
        bring(file("twice.jsonl", lines)).expect(3, 250, 249, 0, 0, 1);
    }

    @Test
    void anAddressIsKeptWhereItIsFree() throws IOException {
        var first = article("First").put("slug", "my-address");
        var second = article("Second").put("slug", "my-address");
        var third = article("Third").put("slug", "Old_Address.html");
        var told = bring(file("slugs.jsonl", line(first), line(second), line(third)))
                .expect(0, 3, 1, 2, 0, 0);
        assertEquals("First", read("my-address").getString("title"));
        assertTrue(told.about("slugs.jsonl line 2").startsWith("adapted: had the address my-address, has my-address-"));
        assertEquals(
                "adapted: had the address Old_Address.html, has old-address-html", told.about("slugs.jsonl line 3"));
        assertEquals("Third", read("old-address-html").getString("title"));
    }

    @Test
    void repliesFindWhatTheyAnswer() throws IOException {
        var first = new JsonObject().put("id", "1").put("body", "First of all").put("visibility", "followers");
        var reply = new JsonObject().put("id", "2").put("body", "A reply to it").put("replyTo", "1");
        var deeper = new JsonObject().put("body", "A reply to that").put("replyTo", 2);
        var lost = new JsonObject().put("body", "A reply to nothing").put("replyTo", "99");
        var file = file("thread.jsonl", line(first), line(reply), line(lost));
        var told = bring(file).expect(0, 3, 2, 1, 0, 0);
        assertEquals("adapted: answers what is not here, stands for itself", told.about("thread.jsonl line 3"));
        Files.writeString(file, line(deeper) + "\n");
        bring(file).expect(0, 1, 1, 0, 0, 0);
        assertEquals("First of all > A reply to it > A reply to that", ask("""
                select string_agg(above.body, ' > ' order by above.id) || ' > ' || p.body from post p
                join post above on above.id = any (p.ancestors) where p.body = 'A reply to that' group by p.body"""));
        assertEquals("followers", ask("select visibility from post where body = 'A reply to that'"));
    }

    @Test
    void aRehearsalWritesNothing() throws IOException {
        var file = file("rehearsal.jsonl", line(article("Rehearsed")), "{}");
        bring(file, "--dry-run").expect(3, 2, 1, 0, 0, 1);
        assertEquals("0", ask("select count(*) from post where title = 'Rehearsed'"));
        bring(file).expect(3, 2, 1, 0, 0, 1);
    }

    @Test
    void whatIsHiddenStaysHidden() throws IOException {
        var hidden = article("Hidden once").put("hiddenAt", "2020-01-01T00:00:00Z");
        bring(file("hidden.jsonl", line(hidden))).expect(0, 1, 1, 0, 0, 0);
        assertTrue(read("hidden-once").getBoolean("hidden"));
        server.client().get("/v1/articles/hidden-once").expect(404);
    }

    @Test
    void wrongCommandsGetOneLine() throws IOException {
        var missing = Told.by(
                server.database(), "import", "posts", folder.resolve("none").toString());
        assertEquals(1, missing.exit());
        assertTrue(missing.error().startsWith("broadside: There is no file or folder "), missing.error());
        assertEquals(2, Told.by(server.database(), "import", "posts").exit());
        Files.write(
                folder.resolve("other.zip"),
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        var other = Told.by(
                server.database(),
                "import",
                "posts",
                folder.resolve("other.zip").toString());
        assertTrue(other.error().contains("is no export of Broadside"), other.error());
        assertEquals(1, other.error().lines().count());
    }

    private String ask(String sql) {
        return String.valueOf(TestDatabase.ask(server.database(), sql));
    }
}
