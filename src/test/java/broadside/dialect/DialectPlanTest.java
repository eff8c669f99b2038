package broadside.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import broadside.testing.Explained;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists with an offset and a total cost over 100,000 posts, as PostgreSQL tells it of the statements that were seen on the wire. */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectPlanTest {
    private static final String ARTICLES = "/realworld/api/articles?limit=20";
    private static final String NOTES = "/microblog/api/posts?limit=20";

    private DatabaseProxy wire;
    private Server server;
    private Client reader;
    private String id;
    private TestReporter reporter;

    /** Every third post is an article; the reader follows 100 of 2,000 authors. */
    @BeforeAll
    void fill(TestReporter reporter) {
        this.reporter = reporter;
        wire = DatabaseProxy.to(TestDatabase.migrated());
        server = Server.start(wire.address(), Map.of());
        reader = Guests.of(server, 1).get(0);
        id = String.valueOf(TestDatabase.ask(server.database(), "select max(id) from account"));
        Guests.of(server, 2_000);
        TestDatabase.execute(server.database(), """
                alter table post disable trigger user;
                insert into post (author_id, title, slug, body, html, excerpt, reading_minutes, tags, status, visibility,
                  published_at, created_at, updated_at)
                select %1$s + 1 + i %% 2000, case when i %% 3 = 0 then 'Article ' || i end,
                  case when i %% 3 = 0 then 'article-' || i end, 'text', '<p>text</p>', 'text', 1, array['tag' || i %% 500],
                  'published', case when i %% 50 = 0 then 'followers' else 'public' end,
                  now() - (100000 - i) * interval '5 minutes', now(), now()
                from generate_series(1, 100000) i;
                alter table post enable trigger user;
                insert into follow (follower_id, followed_id, created_at)
                select %1$s, %1$s + n, now() from generate_series(1, 100) n""".formatted(id));
        TestDatabase.execute(server.database(), "vacuum analyze");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        wire.close();
    }

    private Explained page(String path, String values) {
        return explained(path, false, values);
    }

    private Explained total(String path, String values) {
        return explained(path, true, values);
    }

    /** Of the two statements that such a list is answered with; V stands for the reader. */
    private Explained explained(String path, boolean counting, String values) {
        wire.reset();
        reader.get(path).expect(200);
        var statement = wire.statementsText().stream()
                .filter(text -> text.contains("_post(") && text.contains("as counted") == counting)
                .filter(text -> !text.contains("_post(null)")) // a job's
                .findFirst()
                .orElseThrow();
        var told = Explained.of(server.database(), statement, values.replace("V", id));
        reporter.publishEntry(path + (counting ? ", total, blocks" : ", blocks"), Long.toString(told.blocks()));
        return told;
    }

    private static void firstPage(Explained page) {
        assertEquals(20, page.rows(), page::text);
        assertTrue(page.blocks() < 1_000, page::text);
    }

    /** Of 66,667 notes and 33,333 articles as many as are counted, and those passed over that the reader may not see. */
    private static void bounded(Explained deep) {
        assertTrue(deep.rowsOf("post") < 12_000, deep::text);
    }

    /** What the authors she follows wrote is not all in the list, but all there is of each is 50 posts. */
    private static void byAuthor(Explained feed) {
        assertTrue(feed.rowsOf("post") <= 5_000, feed::text);
        assertFalse(feed.uses("post_article") || feed.uses("post_note"), feed::text);
    }

    @Test
    void articlesAreWalkedInOrder() {
        firstPage(page(ARTICLES, "V, V, 20, 0"));
        firstPage(page(ARTICLES, "null, null, 20, 0"));
        bounded(page(ARTICLES + "&offset=10000", "V, V, 20, 10000"));
        bounded(total(ARTICLES, "V, 10000"));
        bounded(total(ARTICLES, "null, 10000"));
    }

    @Test
    void notesAreWalkedInOrder() {
        firstPage(page(NOTES, "V, null, 0, 20, 1000"));
        firstPage(page(NOTES, "V, now() - interval '100 days', 0, 20, 1000"));
        bounded(page(NOTES + "&offset=9980", "V, null, 9980, 20, 1000"));
        bounded(total(NOTES, "V, 10000, V, now() - interval '20 days', 10000"));
    }

    @Test
    void feedsReadAuthorAfterAuthor() {
        byAuthor(page("/realworld/api/articles/feed?limit=20", "V, 20, V, 20, 0"));
        byAuthor(total("/realworld/api/articles/feed?limit=20", "V, 10000"));
        byAuthor(page("/microblog/api/feed?limit=20", "V, null, 20, 0, 20, 1000"));
        byAuthor(total("/microblog/api/feed?limit=20", "V, 10000, 10000, V, now() - interval '20 days', 10000, 10000"));
    }

    /** The indexes of all articles and of all notes must not draw our own lists of the public ones away from theirs. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/posts?limit=20", "/v1/posts?kind=article&limit=20", "/v1/posts?kind=note&limit=20"})
    void ourOwnListsAreWalkedInOrderToo(String path) {
        for (var viewer : List.of("V", "null")) {
            var list = page(path, viewer + ", 21");
            assertEquals(21, list.rows(), list::text);
            assertTrue(list.blocks() < 1_000, list::text);
        }
    }
}
