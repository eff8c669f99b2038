package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code seed --file}: people and posts of a file of JSON lines. */
@Tag("any-server")
class SeedFileTest {
    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @BeforeEach
    void migrate() {
        Told.by(database, "db", "migrate");
    }

    private Told seed(String lines, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("lines.jsonl"), lines);
        var options = new java.util.ArrayList<>(List.of("--file", file.toString(), "--password", Client.PASSWORD));
        options.addAll(List.of(more));
        return SeedTest.seed(database, options.toArray(String[]::new));
    }

    @Test
    void takesPeopleAndPostsInWhateverOrder() throws IOException {
        var told = seed("""
                {"body": "First! #hello", "author": "Susan", "publishedAt": "2020-01-02T03:04:05Z"}
                {"username": "susan", "displayName": "Susan B.", "bio": "*Hi*"}

                {"username": "山田太郎", "email": "yamada@example.com"}
                {"text": "Una linea", "language": "es", "author": "山田太郎", "tags": ["Uno", "dos"]}
                {"title": "Long", "body": "Text", "author": "stranger", "summary": "Short", "language": null}
                {"body": "By a guest", "author": "Lao Tzu"}
                """);
        assertEquals(0, told.exit(), told.error() + told.out());
        assertEquals("", told.error());
        assertTrue(told.out().startsWith("Brought 4 accounts, 4 posts, "), told.out());
        assertTrue(
                told.out()
                        .endsWith("Log in as susan, or as any other (user list), with the password that was given.\n"),
                told.out());
        assertEquals(
                "susan|Susan B.|*Hi*|susan@example.org,山田太郎||·|yamada@example.com,stranger||·|stranger@example.org",
                ask("""
                select string_agg(username || '|' || coalesce(display_name, '') || '|' || coalesce(bio, '·') || '|' || email, ',' order by id)
                from account where display_name is distinct from 'Lao Tzu'"""));
        assertEquals("susan: First! #hello 2020-01-02 hello", post("First! #hello"));
        assertEquals("山田太郎: Una linea es Uno,dos", ask("""
                select a.username || ': ' || body || ' ' || language || ' ' || array_to_string(tags, ',')
                from post p join account a on a.id = p.author_id where body = 'Una linea'"""));
        assertEquals("Long long Short stranger", ask("""
                select title || ' ' || slug || ' ' || summary || ' ' || a.username
                from post p join account a on a.id = p.author_id where title is not null"""));
        assertEquals(
                "Lao Tzu",
                ask("select display_name from post p join account a on a.id = p.author_id where body = 'By a guest'"));
        SeedTest.assertCounted(database);
        try (var server = Server.start(database, Map.of())) {
            server.client().logIn("susan", Client.PASSWORD).get("/v1/me").expect(200);
            server.client().logIn("山田太郎", Client.PASSWORD).get("/v1/me").expect(200);
        }
    }

    private String post(String body) {
        return ask(
                "select a.username || ': ' || body || ' ' || (published_at at time zone 'UTC')::date || ' ' || array_to_string(tags, ',')"
                        + " from post p join account a on a.id = p.author_id where body = '" + body + "'");
    }

    @Test
    void makesUpAuthorsForTextsOfNobody() throws IOException {
        var told = seed("""
                {"language": "pt", "text": "Seja feliz"}
                {"language": "zh", "text": "天长雁影稀\\n    -- 关汉卿"}
                {"language": "en", "text": "%s"}
                """.formatted("Long words. ".repeat(100)));
        assertEquals(0, told.exit(), told.error());
        assertTrue(told.out().startsWith("Brought 50 accounts, 3 posts, "), told.out());
        assertEquals("3 1", ask("select count(*) || ' ' || count(title) from post"));
        assertEquals("t", ask("select bool_and(published_at between now() - interval '366 days' and now()) from post"));
        SeedTest.assertCounted(database);
    }

    @Test
    void tellsEachLineThatIsRefusedAndWhy() throws IOException {
        var told = seed("""
                {"username": "susan"}
                {"username": "x", "email": "nothing"}
                no JSON
                {"body": "", "author": "susan"}
                {"body": "Hello", "author": "susan", "language": "no language", "tags": "x"}
                {"colour": "red"}
                {"body": "Hello", "username": "susan"}
                {"username": "SUSAN"}
                {"body": "Hello", "author": 7}
                {"body": "Kept", "author": "susan", "source": "somewhere"}
                [1]
                {"body": "Tomorrow", "author": "susan", "publishedAt": "2999-01-01T00:00:00Z"}
                """);
        assertEquals(3, told.exit(), told.error());
        var lines = told.error().lines().toList();
        assertEquals(
                List.of(2, 3, 6, 7, 11, 8, 4, 5, 9, 12),
                lines.stream()
                        .map(line -> Integer.parseInt(line.replaceFirst("^line (\\d+): .*", "$1")))
                        .toList(),
                told.error());
        assertTrue(
                lines.get(0).contains("username: It must have at least 3 characters.")
                        && lines.get(0).contains("email: "),
                lines.get(0));
        assertTrue(lines.get(1).startsWith("line 3: it is no JSON object"), lines.get(1));
        assertTrue(lines.get(5).contains("Choose another username"), lines.get(5));
        assertTrue(lines.get(7).contains("language: ") && lines.get(7).contains("tags: "), lines.get(7));
        assertTrue(told.out().startsWith("Brought 1 accounts, 1 posts, 0 follows and 0 likes"), told.out());
        assertTrue(told.out().contains("Refused lines: 10.\nMembers that mean nothing here: source.\n"), told.out());
        assertEquals("1 1", ask("select (select count(*) from account) || ' ' || (select count(*) from post)"));
        SeedTest.assertCounted(database);
    }

    @Test
    void addsToThoseWhoAreHere() throws IOException {
        seed("{\"username\": \"susan\"}\n");
        var told = seed("{\"body\": \"Hello\", \"author\": \"Susan\"}\n", "--yes");
        assertEquals(0, told.exit(), told.error());
        assertEquals("1", ask("select count(*) from account"));
        assertEquals("1", ask("select posts from account_stat"));
    }

    @Test
    void needsAFileItCanRead() {
        var missing = folder.resolve("missing.jsonl");
        var told = SeedTest.seed(database, "--file", missing.toString());
        assertEquals(1, told.exit());
        assertEquals("broadside: There is no file " + missing + " that can be read; it is read twice.\n", told.error());
        assertEquals(1, SeedTest.seed(database, "--file", folder.toString()).exit());
        assertEquals("0", ask("select count(*) from account"));
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }
}
