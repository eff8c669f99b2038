package broadside.cli.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files as Jekyll and Hugo have them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkdownImportTest {
    private final Server server = Server.start(Map.of());
    private final String author = Client.name();
    private Client client;
    private Path blog;

    @BeforeAll
    void register() {
        client = server.client().register(author);
    }

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        blog = Files.createDirectory(folder.resolve("blog"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void file(String name, String text) throws IOException {
        var file = blog.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Brought bring() {
        return Brought.from(server.database(), blog, "--author", author);
    }

    private JsonObject read(String slug) {
        return client.get("/v1/articles/" + slug).expect(200).json();
    }

    @Test
    void understandsJekyll() throws IOException {
        file("_posts/2020-01-31-old-name.md", """
                ---
                layout: post
                title:  "First: a post"
                date: 2020-01-31 10:00:00 +0200
                categories: [one, two]
                tags: three, two
                permalink: /2020/01/the-address.html
                excerpt: In short
                lang: en_GB
                ---

                Hello *world*.
                """);
        file("_posts/2020-02-01-only-a-name.markdown", "---\ntitle: Dated by name\nweight: 3\n---\nText\n");
        file("_drafts/idea.md", "---\ntitle: Idea\ndate: 2019-01-01\n---\nText");
        file("_posts/2020-02-03-off.md", "---\ntitle: Taken off\npublished: false\n---\nText");
        file("_posts/2999-01-01-to-come.md", "---\ntitle: Too far\n---\nText");
        var told = bring().expect(3, 5, 4, 0, 0, 1);
        assertTrue(
                told.report().contains("\nFront matter that means nothing here: layout (1), weight (1)\n"),
                told.report());
        var first = read("the-address");
        assertEquals("First: a post", first.getString("title"));
        assertEquals("Hello *world*.", first.getString("body"));
        assertEquals("In short", first.getString("summary"));
        assertEquals("en-GB", first.getString("language"));
        assertEquals(List.of("three", "two", "one"), first.getJsonArray("tags").getList());
        assertEquals("2020-01-31T08:00:00.000Z", first.getString("publishedAt"));
        assertEquals("2020-02-01T00:00:00.000Z", read("only-a-name").getString("publishedAt"));
        assertEquals("draft 2019-01-01T00:00:00.000Z", state(read("idea")));
        assertEquals("draft 2020-02-03T00:00:00.000Z", state(read("off")));
        assertTrue(told.about("_posts/2999-01-01-to-come.md").contains("publishAt: It must be in the future, within"));
    }

    private static String state(JsonObject post) {
        return post.getString("status") + " " + post.getString("createdAt");
    }

    @Test
    void understandsHugo() throws IOException {
        file("content/_index.md", "---\ntitle: All posts\n---\n");
        file("content/with-pictures/index.md", """
                ---
                title: 2024
                date: 2021-03-04T05:06:07Z
                lastmod: 2022-01-01
                description: What it is
                cover:
                  image: https://example.com/cover.png
                  alt: A picture
                author:
                  - name: %s
                draft: no
                ---
                Text with a line
                """.formatted(author));
        file("content/relative.md", "---\ntitle: Relative\nimage: /images/x.png\nslug: 'Über Mut'\n---\nText");
        file("content/toml.md", "+++\ntitle = 'x'\n+++\nText");
        file(".git/notes.md", "left alone");
        var told = bring().expect(3, 3, 1, 1, 0, 1);
        assertTrue(told.report().contains("no posts: 1\n"), told.report());
        var bundle = read("with-pictures");
        assertEquals("2024", bundle.getString("title"));
        assertEquals("https://example.com/cover.png", bundle.getString("coverUrl"));
        assertEquals("2022-01-01T00:00:00.000Z", bundle.getString("updatedAt"));
        assertEquals("published", bundle.getString("status"));
        assertEquals(
                "adapted: had a cover that is no web address, has none; had the address Über Mut, has uber-mut",
                told.about("content/relative.md"));
        assertTrue(told.about("content/toml.md").startsWith("skipped: its front matter is TOML"), told.report());
    }

    @Test
    void aFileWithoutTitleIsANoteOrBeginsWithOne() throws IOException {
        file("note.md", "Just a note #hello");
        file("long.md", "# How it begins\n\n" + "word ".repeat(300));
        file("none.md", "---\ntitle: Nothing\n---\n");
        var told = bring().expect(3, 3, 1, 1, 0, 1);
        assertEquals(
                "note",
                ask("select case when title is null then 'note' end from post where body = 'Just a note #hello'"));
        assertTrue(told.about("long.md").startsWith("adapted: is too long for a note"), told.report());
        assertTrue(ask("select title from post where slug = 'long'").startsWith("How it begins"));
        assertEquals("skipped: body: It must have at least 1 characters", told.about("none.md"));
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        file("windows.md", "\uFEFF---\r\ntitle: Windows\r\n---\r\n\r\nOne\r\nTwo\r\n");
        bring().expect(0, 1, 1, 0, 0, 0);
        assertEquals("One\r\nTwo", read("windows").getString("body"));
    }

    @Test
    void aFileIsKnownByItsPlaceOrItsId() throws IOException {
        file("same.md", "---\ntitle: Same\n---\nText");
        file("named.md", "---\ntitle: Named here\nid: 77\n---\nText");
        bring().expect(0, 2, 2, 0, 0, 0);
        file("same.md", "---\ntitle: Same\n---\nText, edited");
        Files.move(blog.resolve("named.md"), blog.resolve("renamed.md"));
        file("new.md", "---\ntitle: Same\n---\nText");
        bring().expect(0, 3, 1, 0, 2, 0);
        assertEquals("Text", read("same").getString("body"));
    }

    @Test
    void nothingHostileDoesHarm() throws IOException {
        file(
                "bomb.md",
                "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [" + "*a,".repeat(9) + "]\nc: [" + "*b,".repeat(99)
                        + "]\n---\nText");
        file("self.md", "---\ntags: &a [*a]\n---\nText");
        file("deep.md", "---\na: " + "[".repeat(60_000) + "\n---\nText");
        file("wide.md", "---\na: " + "x".repeat(70_000) + "\n---\nText");
        file("code.md", "---\ntitle: !!javax.script.ScriptEngineManager []\n---\nText");
        file("twice.md", "---\ntitle: One\ntitle: Two\n---\nText");
        file("list.md", "---\n- one\n---\nText");
        file("endless.md", "---\ntitle: One\nText");
        file("nul.md", "---\ntitle: \"a\\0b\"\n---\nText\0");
        file("empty.md", "");
        Files.write(blog.resolve("latin.md"), new byte[] {'c', 'a', 'f', (byte) 0xe9});
        Files.write(blog.resolve("large.md"), new byte[5 << 20]);
        Files.createSymbolicLink(blog.resolve("loop.md"), Path.of("loop.md"));
        Files.createSymbolicLink(blog.resolve("up"), Path.of(".."));
        Files.createDirectory(blog.resolve("folder.md"));
        file("good.md", "---\ntitle: Good\n---\nText");
        var told = bring().expect(3, 14, 1, 0, 0, 13);
        assertTrue(told.about("bomb.md").contains("Number of aliases"), told.report());
        assertEquals("skipped: tags: It must be a list of texts", told.about("self.md"));
        assertTrue(told.about("deep.md").contains("Nesting Depth exceeded"), told.report());
        assertTrue(told.about("wide.md").contains("is longer than 65536 characters"), told.report());
        assertTrue(told.about("code.md").contains("tag is not allowed"), told.report());
        assertTrue(told.about("twice.md").contains("duplicate key title, line 3"), told.report());
        assertTrue(told.about("list.md").contains("no list of names and values"), told.report());
        assertTrue(told.about("endless.md").contains("has no end"), told.report());
        assertTrue(told.about("nul.md").contains("title: It must be one line"), told.report());
        assertEquals("skipped: it is not UTF-8", told.about("latin.md"));
        assertEquals("skipped: it is longer than 4 MiB", told.about("large.md"));
        assertEquals("skipped: it is a link: links are not followed", told.about("loop.md"));
        assertNull(TestDatabase.ask(server.database(), "select id from post where body = 'Text' and title is null"));
    }

    private String ask(String sql) {
        return String.valueOf(TestDatabase.ask(server.database(), sql));
    }
}
