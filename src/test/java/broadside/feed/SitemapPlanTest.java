package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.DatabaseProxy;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
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
        wire = DatabaseProxy.to(TestDatabase.fresh());
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

    private JsonObject plan(String statement, String values) {
        try (var connection = TestDatabase.connect(server.database());
                var prepared = connection.createStatement()) {
            prepared.execute("prepare map as " + statement);
            var execute = "execute map (" + values + ")";
            prepared.executeQuery(execute).close(); // reads what the plan needs from the catalogue
            var rows = prepared.executeQuery("explain (analyze, buffers, timing off, format json) " + execute);
            rows.next();
            return new JsonArray(rows.getString(1)).getJsonObject(0).getJsonObject("Plan");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int parts() {
        return Integer.parseInt(String.valueOf(TestDatabase.ask(
                server.database(), "select count(distinct id / 2000) from post where visibility = 'public'")));
    }

    private static long blocks(JsonObject plan) {
        return plan.getLong("Shared Hit Blocks") + plan.getLong("Shared Read Blocks");
    }

    @Test
    void theIndexStepsFromPartToPart() {
        var plan = plan(statement("/sitemap.xml", "with recursive first"), "50000");
        assertEquals(parts(), plan.getNumber("Actual Rows").intValue(), plan::encode);
        assertTrue(plan.encode().contains("\"Index Name\":\"post_pkey\""), plan::encode);
        // All posts lie in some 2,500 blocks; a step takes a few, and the gap of 10,000 posts is walked through once.
        assertTrue(blocks(plan) < 2_000, plan::encode);
    }

    @Test
    void aPartIsARangeOfTheIndex() {
        var plan = plan(statement("/sitemap-20.xml", "as changed_at from visible_post"), "38000, 40000");
        assertEquals(1_960, plan.getNumber("Actual Rows").intValue(), plan::encode);
        assertTrue(plan.encode().contains("\"Index Name\":\"post_pkey\""), plan::encode);
        assertFalse(plan.encode().contains("post_public"), plan::encode);
        assertTrue(blocks(plan) < 2_000, plan::encode);
    }
}
