package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people have here goes into a file, and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    private static final String HARD = "tab\t, quote \" ' \\ : # - [x] {y} %z @a & é 漢字 \uD83D\uDC4B  two \u200b\u0085";

    /** Members that are called otherwise than their columns. */
    private static final Map<String, String> RENAMED = Map.of("authorId", "author", "parentId", "replyTo");

    /** Columns that are made of others, or say nothing outside of this database. */
    private static final Set<String> MADE = Set.of(
            "account.usernameKey",
            "account.emailKey",
            "account.bioHtml",
            "account.version",
            "post.html",
            "post.excerpt",
            "post.readingMinutes",
            "post.ancestors",
            "post.version");

    /** Tables that are read for an export. */
    private static final Set<String> EXPORTED = Set.of(
            "account",
            "account_name",
            "account_stat",
            "block",
            "bookmark",
            "entry",
            "follow",
            "follow_request",
            "imported_message",
            "mute",
            "password",
            "personal_token",
            "post",
            "post_like",
            "post_revision",
            "post_stat",
            "report",
            "series",
            "series_post",
            "session",
            "tag_follow");

    /** Tables that are not, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("access_token", "secrets"),
            Map.entry("refresh_token", "secrets"),
            Map.entry("mail_link", "secrets, which soon end"),
            Map.entry("mail", "letters that are under way"),
            Map.entry("secret", "secrets"),
            Map.entry("idempotency", "answers of the last day, written as what they created"),
            Map.entry("event", "what was done in the last days; what came of it is written"),
            Map.entry("audit", "of the site, not of an account: a backup has it"),
            Map.entry("import_source", "what was brought from where: of this database"),
            Map.entry("imported", "what was brought from where: of this database"),
            Map.entry("mention", "made of the text"),
            Map.entry("post_tag", "made of the post"),
            Map.entry("post_search", "made of the post"),
            Map.entry("slug", "former addresses: of this site"),
            Map.entry("popular_tag", "made of posts"),
            Map.entry("trending_post", "made of posts"),
            Map.entry("suggested_account", "made of follows"),
            Map.entry("unlocking", "under way"),
            Map.entry("flyway_schema_history", "of this database"),
            Map.entry("schema_undo", "of this database"));

    /** What comes back as it was. */
    private static final String POSTS = """
            select string_agg(concat_ws(' | ', a.username, p.title, p.slug, p.summary, p.body, p.language, p.tags::text, p.cover_url,
              p.status, p.visibility, p.replies_from, case p.status when 'scheduled' then p.publish_at end, p.published_at,
              p.created_at, p.updated_at, p.hidden_at is not null, p.html), chr(10) order by p.body, p.title)
            from post p join account a on a.id = p.author_id""";

    private final DatabaseAddress source = TestDatabase.migrated();

    private Server server;
    private Client susan;
    private Client bob;
    private String susanAt;
    private String carolAt;

    @TempDir
    private Path folder;

    @BeforeAll
    void write() {
        server = Server.start(source, Map.of());
        susan = server.client().register("susan");
        bob = server.client().register("bob");
        var first =
                written(susan, article("First & foremost").put("summary", HARD).put("tags", tags()));
        written(
                susan,
                article(HARD.strip().replace("\t", " ").replace("\u0085", "")).put("language", "de-AT"));
        var note = written(
                susan,
                new JsonObject().put("body", "\n\n---\nA note #tagged\r\n\r\n").put("repliesFrom", "followers"));
        written(susan, article("null").put("status", "draft").put("coverUrl", "https://example.com/ü.png?a=b#c"));
        written(susan, article("2024").put("visibility", "private"));
        written(susan, article("true").put("status", "scheduled").put("publishAt", soon()));
        var hidden =
                written(bob, new JsonObject().put("body", "Something hidden").put("visibility", "followers"));
        put(bob, "/v1/accounts/susan/follow");
        var reply = written(bob, new JsonObject().put("body", "A reply").put("replyTo", note));
        written(susan, new JsonObject().put("body", "An answer").put("replyTo", reply));
        put(bob, "/v1/posts/" + first + "/like");
        put(susan, "/v1/posts/" + reply + "/bookmark");
        put(susan, "/v1/posts/" + reply + "/repost");
        put(susan, "/v1/tags/rust/follow");
        var carol = server.client().register("carol");
        susanAt = place(susan);
        carolAt = place(carol);
        put(susan, "/v1/accounts/carol/mute");
        put(carol, "/v1/accounts/bob/block");
        susan.post("/v1/accounts/carol/reports", new JsonObject().put("category", "spam"))
                .expect(202);
        series(first);
        TestDatabase.execute(source, "update post set hidden_at = now() where id = " + hidden);
        TestDatabase.execute(
                source, "update account set username = 'bob/../x', username_key = 'bob/../x' where username = 'bob'");
    }

    /** Where an export has what she has. */
    private static String place(Client client) {
        var me = client.get("/v1/me").expect(200).json();
        return "accounts/" + me.getString("id") + "-" + me.getString("username") + "/";
    }

    private static JsonArray tags() {
        return new JsonArray().add("One").add("no").add("1.5");
    }

    private static JsonObject article(String title) {
        return new JsonObject().put("title", title).put("body", "# About\n\n" + HARD + title);
    }

    private static String soon() {
        return Instant.now()
                .plus(3, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    private static String written(Client author, JsonObject post) {
        return author.post("/v1/posts", post).expect(201).json().getString("id");
    }

    private static void put(Client client, String path) {
        var status = client.put(path, null).status();
        assertTrue(status == 200 || status == 201 || status == 204, path + ": " + status);
    }

    private void series(String article) {
        var begun = susan.post("/v1/series", new JsonObject().put("title", "In order"))
                .expect(201);
        var path = "/v1/series/" + begun.json().getString("id") + "/posts";
        susan.put(path, new JsonObject().put("posts", new JsonArray().add(article)), "If-Match", begun.etag())
                .expect(200);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Path export(String name, String... more) {
        var file = folder.resolve(name);
        var arguments = Stream.concat(Stream.of("export", file.toString()), Stream.of(more))
                .toArray(String[]::new);
        var told = Told.by(source, arguments);
        assertEquals(0, told.exit(), told.error());
        assertTrue(told.out().startsWith("Wrote "), told.out());
        return file;
    }

    private static Map<String, String> read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var entries = new TreeMap<String, String>();
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return entries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Map<String, String> export, String name) {
        return Objects.requireNonNull(export.get(name), name);
    }

    private static JsonObject line(Map<String, String> export, String name) {
        return new JsonObject(text(export, name).lines().findFirst().orElseThrow());
    }

    @Test
    void theWholeSiteIsThere() {
        var export = read(export("all.zip"));
        var counts = new JsonObject(text(export, "manifest.json")).getJsonObject("counts");
        assertEquals("broadside-export", new JsonObject(text(export, "manifest.json")).getString("format"));
        assertEquals(9, counts.getInteger("posts"));
        assertEquals(3, counts.getInteger("accounts"));
        assertEquals(9, text(export, "posts.jsonl").lines().count());
        var me = susanAt;
        assertEquals("susan@example.com", line(export, me + "account.json").getString("email"));
        assertEquals("carol", line(export, me + "mutes.jsonl").getString("username"));
        assertEquals("bob/../x", line(export, me + "followers.jsonl").getString("username"));
        assertEquals("rust", line(export, me + "followed-tags.jsonl").getString("tag"));
        assertEquals("spam", line(export, me + "reports.jsonl").getString("category"));
        assertEquals(1, line(export, me + "series.jsonl").getJsonArray("posts").size());
        for (var list : Set.of("bookmarks", "reposts", "sessions", "passwords", "names", "revisions")) {
            assertTrue(text(export, me + list + ".jsonl").endsWith("}\n"), list);
            assertTrue(counts.getInteger(list) > 0, list);
        }
        assertEquals(
                Set.of("susan", "bob-x", "carol"),
                export.keySet().stream()
                        .filter(name -> name.startsWith("accounts/"))
                        .map(name -> name.split("/")[1].replaceFirst("\\d+-", ""))
                        .collect(Collectors.toSet()));
        var markdown =
                export.keySet().stream().filter(name -> name.endsWith(".md")).toList();
        assertEquals(9, markdown.size());
        assertTrue(
                markdown.stream().anyMatch(name -> name.matches(me + "posts/\\d{4}/[-\\d]{10}-first-foremost\\.md")));
        assertEquals(
                export.keySet().stream().filter(name -> !name.endsWith(".md")).collect(Collectors.toSet()),
                read(export("lean.zip", "--no-markdown")).keySet());
    }

    @Test
    void oneAccountIsThereAndNobodyElse() {
        var export = read(export("carol.zip", "--account", "CAROL"));
        assertEquals(
                Set.of("carol"),
                export.keySet().stream()
                        .filter(name -> name.startsWith("accounts/"))
                        .map(name -> name.split("/")[1].replaceFirst("\\d+-", ""))
                        .collect(Collectors.toSet()));
        assertEquals("", text(export, "posts.jsonl"));
        assertTrue(export.containsKey(carolAt + "blocks.jsonl"));
        var all = String.join("\n", export.values());
        assertFalse(all.contains("susan"), "nobody is told who muted her or reported her: " + all);
        assertEquals(
                6 + 1,
                text(read(export("susan.zip", "--account", "susan")), "posts.jsonl")
                        .lines()
                        .count());
    }

    @Test
    void noSecretIsThere() {
        var made = susan.post(
                        "/v1/tokens", new JsonObject().put("name", "robot").put("scopes", new JsonArray().add("read")))
                .expect(201)
                .json();
        var export = read(export("secrets.zip"));
        assertTrue(text(export, susanAt + "tokens.jsonl").contains("robot"));
        var all = String.join("\n", export.values());
        var secrets = ask(source, """
                select string_agg(secret, ' ') from (
                  select hash from password union all
                  select encode(hash, f) from access_token, (values ('hex'), ('base64')) as formats (f) union all
                  select encode(hash, f) from refresh_token, (values ('hex'), ('base64')) as formats (f) union all
                  select encode(hash, f) from personal_token, (values ('hex'), ('base64')) as formats (f) union all
                  select encode(value, f) from secret, (values ('hex'), ('base64')) as formats (f)) as s (secret)""").split("\\s+");
        assertTrue(secrets.length > 10);
        Stream.concat(Stream.of(secrets), Stream.of(made.getString("token"), susan.token(), Client.PASSWORD, "$argon2"))
                .forEach(secret -> assertFalse(all.contains(secret), secret));
    }

    @Test
    void linesComeBackAsTheyWere() throws IOException {
        var file = export("lines.zip");
        var fromZip = people();
        bring(fromZip, file, 9);
        assertEquals(ask(source, POSTS), ask(fromZip, POSTS));
        assertEquals(
                ask(source, "select max(cardinality(ancestors)) from post"),
                ask(fromZip, "select max(cardinality(ancestors)) from post"));
        var lines = Files.writeString(folder.resolve("lines.jsonl"), read(file).get("posts.jsonl"));
        var fromLines = people();
        bring(fromLines, lines, 9);
        assertEquals(ask(source, POSTS), ask(fromLines, POSTS));
    }

    @Test
    void markdownComesBackAsItWas() throws IOException {
        var unzipped = folder.resolve("unzipped");
        for (var entry : read(export("markdown.zip")).entrySet()) {
            var file = unzipped.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        var target = people();
        bring(target, unzipped, 9);
        assertEquals(ask(source, POSTS), ask(target, POSTS));
    }

    private DatabaseAddress people() {
        var target = TestDatabase.fresh();
        assertEquals(0, Told.by(target, "db", "migrate").exit());
        TestDatabase.execute(target, """
                with made as (
                  insert into account (username, username_key, email, email_key, created_at, updated_at)
                  select name, name, name || '@example.com', name || '@example.com', now(), now()
                  from unnest(array['carol', 'susan', 'bob/../x']) name returning id)
                insert into account_stat (account_id) select id from made""");
        return target;
    }

    private void bring(DatabaseAddress target, Path from, int posts) {
        var told = Told.by(
                target,
                "import",
                "posts",
                from.toString(),
                "--report",
                folder.resolve("report.txt").toString());
        assertEquals(0, told.exit(), told.out() + told.error());
        assertEquals(posts + "", ask(target, "select count(*) from post"));
        var again = Told.by(
                target,
                "import",
                "posts",
                from.toString(),
                "--report",
                folder.resolve("report.txt").toString());
        assertEquals(0, again.exit(), again.out() + again.error());
        assertEquals(posts + "", ask(target, "select count(*) from post"));
    }

    /** A new column is written, or somebody has said why not. */
    @Test
    void everyColumnIsThere() {
        var export = read(export("columns.zip", "--account", "susan"));
        assertEquals(Set.of(), missing("account", line(export, susanAt + "account.json")));
        assertEquals(Set.of(), missing("post", line(export, "posts.jsonl")));
    }

    private Set<String> missing(String table, JsonObject line) {
        var columns = ask(source, """
                select string_agg(column_name, ' ') from information_schema.columns
                where table_schema = current_schema() and table_name = '%s'""".formatted(table));
        return Stream.of(columns.split(" "))
                .map(column -> Pattern.compile("_(.)").matcher(column).replaceAll(letter -> letter.group(1)
                        .toUpperCase(Locale.ROOT)))
                .filter(name -> !MADE.contains(table + "." + name))
                .filter(name -> !line.containsKey(RENAMED.getOrDefault(name, name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTableIsThereOrIsNotForAReason() {
        var tables = ask(source, """
                select string_agg(relname, ' ') from pg_class
                where relkind = 'r' and relnamespace = current_schema()::regnamespace""");
        var known = new TreeSet<>(EXPORTED);
        known.addAll(LEFT_OUT.keySet());
        var there = Stream.of(tables.split(" ")).collect(Collectors.toCollection(TreeSet::new));
        there.add("schema_undo");
        assertEquals(known, there);
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsLeft() throws IOException {
        var file = export("once.zip");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var again = Told.by(source, "export", file.toString());
        assertEquals(1, again.exit());
        assertTrue(again.error().contains("There is a file"), again.error());
        var nobody = Told.by(source, "export", folder.resolve("nobody.zip").toString(), "--account", "nobody");
        assertEquals("broadside: There is no account nobody.\n", nobody.error());
        var nowhere =
                Told.by(source, "export", folder.resolve("none/at/all.zip").toString());
        assertTrue(nowhere.error().startsWith("broadside: The export cannot be written to "), nowhere.error());
        assertEquals(1, nowhere.error().lines().count());
        var empty = Told.by(
                TestDatabase.fresh(), "export", folder.resolve("empty.zip").toString());
        assertEquals(1, empty.exit());
        assertTrue(empty.error().contains("is not the one this needs"), empty.error());
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(left ->
                    left.toString().contains("nobody") || left.toString().contains(".part")));
        }
    }

    /** What is counted in one place is there in the other. */
    @Test
    void isOfOneMomentWhilePeopleWrite() {
        var database = TestDatabase.fresh();
        try (var busy = Server.start(database, Map.of())) {
            var writer = busy.client().register("writer");
            written(writer, new JsonObject().put("body", "First"));
            var done = new AtomicBoolean();
            var writing = CompletableFuture.supplyAsync(() -> {
                int number = 1;
                for (; !done.get(); number++) {
                    written(writer, new JsonObject().put("body", "Number " + number));
                }
                return number;
            });
            for (int number = 1; number <= 2; number++) {
                var file = folder.resolve("busy" + number + ".zip");
                assertEquals(0, Told.by(database, "export", file.toString()).exit());
                var export = read(file);
                var counted = line(export, "accounts/1-writer/account.json").getJsonObject("counts");
                assertEquals(
                        counted.getLong("posts"),
                        text(export, "posts.jsonl").lines().count());
                assertEquals(
                        counted.getLong("posts"),
                        export.keySet().stream()
                                .filter(name -> name.endsWith(".md"))
                                .count());
            }
            done.set(true);
            assertTrue(writing.join() > 1);
        }
    }

    private static String ask(DatabaseAddress database, String sql) {
        return String.valueOf(TestDatabase.ask(database, sql));
    }
}
