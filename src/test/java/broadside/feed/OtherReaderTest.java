package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers of other makers understand of a feed is what was written through the API, in 28 languages. */
@Tag("any-server")
@EnabledIf(
        value = "broadside.feed.OtherReader#installedOrStrict",
        disabledReason = "python3-feedparser and the npm package feedsmith are not both installed on this machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherReaderTest {
    private static final Server SERVER = Server.shared();
    private static final String DISPLAY_NAME = "Žofie & 芳子 <😀>";

    private final Client anybody = SERVER.client();
    private final String name = Client.name();
    private final Client author = anybody.register(name);
    private final String word = "qz" + name.substring(1) + "zk";
    private final String tag = "語" + word;
    /** The newest first. */
    private final List<JsonObject> posts = new ArrayList<>();

    @BeforeAll
    void write() throws IOException {
        author.patch("/v1/me", new JsonObject().put("displayName", DISPLAY_NAME))
                .expect(200);
        notes().forEach(this::write);
        write(article("Engines & <looms>", "en-GB").put("summary", "In short: 1 < 2 & 3"));
        write(article("السلام عليكم", "ar"));
        Collections.reverse(posts);
    }

    /** One of each language of the sample. */
    private Stream<JsonObject> notes() throws IOException {
        var byLanguage = new LinkedHashMap<String, JsonObject>();
        try (var lines = Files.lines(Path.of("src/test/resources/sample/notes.jsonl"))) {
            lines.map(JsonObject::new).forEach(line -> byLanguage.put(line.getString("language"), line));
        }
        return byLanguage.values().stream()
                .map(line -> draft(line.getString("text") + "\n\n" + word, line.getString("language")));
    }

    private JsonObject article(String title, String language) {
        return draft("*" + word + "* [a](https://example.org/a?b=1&c=2) `<b>`\n\n|a|b|\n|-|-|\n|1|2|", language)
                .put("title", title);
    }

    private JsonObject draft(String body, String language) {
        return new JsonObject()
                .put("body", body)
                .put("language", language)
                .put("tags", new JsonArray(List.of(tag, "R&D")));
    }

    private void write(JsonObject draft) {
        posts.add(author.post("/v1/posts", draft).expect(201).json());
    }

    static Stream<Arguments> everyFeed() {
        return Reader.FORMATS.stream().flatMap(format -> Stream.of("site", "author", "tag", "search")
                .map(kind -> Arguments.of(format, kind)));
    }

    private String place(String kind) {
        return switch (kind) {
            case "author" -> "/accounts/" + name;
            case "tag" -> "/tags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
            case "search" -> "/search?q=" + word;
            default -> "";
        };
    }

    private String title(String kind) {
        return switch (kind) {
            case "author" -> DISPLAY_NAME;
            case "tag" -> "#" + tag;
            case "search" -> "“" + word + "”";
            default -> "localhost:" + SERVER.port();
        };
    }

    private static JsonObject read(String format, String address) {
        var found = OtherReader.of(format).read(address.replace("localhost", "127.0.0.1"));
        assertNull(found.getValue("fault"), found.getString("fault"));
        assertEquals(304, found.getInteger("again"));
        return found;
    }

    @ParameterizedTest
    @MethodSource("everyFeed")
    void isUnderstood(String format, String kind) {
        var site = "http://localhost:" + SERVER.port();
        var address = site + "/feeds/" + format + place(kind);
        var found = read(format, address + (kind.equals("search") ? "&" : "?") + "limit=50");
        assertEquals(
                format.equals("atom") ? "atom10" : format.equals("rss") ? "rss20" : "json", found.getString("version"));
        assertEquals(title(kind), found.getString("title"));
        assertTrue(found.getString("description").startsWith("Posts "), found.getString("description"));
        assertEquals(site + "/", found.getString("home"));
        assertTrue(found.getString("self").startsWith(address), found.getString("self"));
        assertEquals(lines(posts.stream().map(post -> expected(format, post))), lines(ours(found)));
    }

    /** Other tests write, too, at what is one site. */
    private Stream<JsonObject> ours(JsonObject found) {
        return entries(found).filter(entry -> DISPLAY_NAME.equals(entry.getString("author")));
    }

    private static Stream<JsonObject> entries(JsonObject found) {
        return found.getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .map(entry ->
                        entry.copy().put("content", entry.getString("content").strip()));
    }

    private static String lines(Stream<JsonObject> entries) {
        return String.join("\n", entries.map(JsonObject::encode).toList());
    }

    private JsonObject expected(String format, JsonObject post) {
        var address = "http://localhost:" + SERVER.port() + "/v1/posts/" + post.getString("id");
        var rss = format.equals("rss");
        return new JsonObject()
                .put("id", address)
                .put("link", address)
                .put("title", titleOf(format, post))
                .put("author", DISPLAY_NAME)
                .put("published", post.getInstant("publishedAt").getEpochSecond())
                .put("updated", rss ? null : post.getInstant("updatedAt").getEpochSecond())
                .put("content", post.getString("html").strip())
                .put("language", rss ? null : post.getString("language"))
                .put("tags", post.getJsonArray("tags"));
    }

    /** Only Atom wants one of a note. */
    private static String titleOf(String format, JsonObject post) {
        var title = post.getString("title");
        if (title != null || !format.equals("atom")) {
            return title;
        }
        var excerpt = post.getString("excerpt");
        int length = excerpt.codePointCount(0, excerpt.length());
        return length <= 80 ? excerpt : excerpt.substring(0, excerpt.offsetByCodePoints(0, 79)) + "…";
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void pagesAreFollowedToTheEnd(String format) {
        for (var kind : List.of("author", "tag", "search")) {
            var path = "/feeds/" + format + place(kind);
            var next = "http://localhost:" + SERVER.port() + path + (kind.equals("search") ? "&" : "?") + "limit=13";
            var read = new ArrayList<JsonObject>();
            while (next != null) {
                var page = read(format, next);
                entries(page).forEach(read::add);
                next = page.getString("next");
            }
            assertEquals(lines(posts.stream().map(post -> expected(format, post))), lines(read.stream()));
        }
    }
}
