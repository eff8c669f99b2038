package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.DatabaseProxy;
import broadside.testing.Explained;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the map costs over 200,000 posts, as PostgreSQL tells it of the statements that were seen on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitemapPlanTest {
    private static final int POSTS = 200_000;

    private DatabaseProxy wire;
    private Server server;

    /** Of 100 parts some five hold nothing for everybody. */
    @BeforeAll
    void fill() {
        wire = DatabaseProxy.to(TestDatabase.migrated());
        server = Server.start(wire.address(), Map.of());
        Guests.of(server, 50);
        TestDatabase.execute(server.database(), """
                alter table post disable trigger user;
                insert into post (author_id, body, html, excerpt, reading_minutes, tags, status, visibility,
                  published_at, created_at, updated_at)
                select first + i %% 50, 'text', '<p>text</p>', 'text', 1, '{}', 'published',
                  case when i between 8000 and 17999 or i %% 50 = 0 then 'followers' else 'public' end,
                  now() - (%1$d - i) * interval '5 minutes', now(), now()
                from (select min(id) as first from account) a, generate_series(1, %1$d) i;
                alter table post enable trigger user""".formatted(POSTS));
        TestDatabase.execute(server.database(), "vacuum analyze");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        wire.close();
    }

    /** The statement with these words that a request is answered with; jobs ask something, too. */
    private String statement(String path, String words) {
        wire.reset();
        server.client().get(path).expect(200);
        return wire.statementsText().stream()
                .filter(text -> text.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private Explained plan(String statement, String values) {
        return Explained.of(server.database(), statement, values);
    }

    private int parts() {
        return Integer.parseInt(String.valueOf(TestDatabase.ask(
                server.database(), "select count(distinct id / 2000) from post where visibility = 'public'")));
    }

    @Test
    void theIndexStepsFromPartToPart() {
        var plan = plan(statement("/sitemap.xml", "with recursive first"), "50000");
        assertEquals(parts(), plan.rows(), plan::text);
        assertTrue(plan.uses("post_pkey"), plan::text);
        // All posts lie in some 2,500 blocks; a step takes a few, and the gap of 10,000 posts is walked through once.
        assertTrue(plan.blocks() < 2_000, plan::text);
    }

    @Test
    void aPartIsARangeOfTheIndex() {
        var plan = plan(statement("/sitemap-20.xml", "as changed_at from visible_post"), "38000, 40000");
        assertEquals(1_960, plan.rows(), plan::text);
        assertTrue(plan.uses("post_pkey"), plan::text);
        assertFalse(plan.text().contains("post_public"), plan::text);
        assertTrue(plan.blocks() < 2_000, plan::text);
    }
}
