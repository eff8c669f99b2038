package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.data;
import static broadside.dialect.microblog.Somebody.pagination;
import static broadside.dialect.microblog.Somebody.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of lists. */
@Conforms("microblog")
class PagingTest {
    private final Server server = Server.shared();
    private final Somebody susan = Somebody.register(server);
    private final String list = "/users/" + susan.id() + "/posts";

    private void write(int posts) {
        IntStream.range(0, posts).forEach(number -> susan.say("post " + number));
    }

    private static JsonObject pages(int count, int limit, int offset, int total) {
        return new JsonObject()
                .put("count", count)
                .put("limit", limit)
                .put("offset", offset)
                .put("total", total);
    }

    @Test
    @Line({"page.shape", "page.limit"})
    void aPageHasTwentyFiveAtMost() {
        write(27);
        for (var path :
                List.of(list, list + "?limit=100", list + "?limit=%2B2500", list + "?limit=" + "9".repeat(30))) {
            assertEquals(pages(25, 25, 0, 27), pagination(susan.loose("GET", path, null)));
        }
        assertEquals(pages(2, 2, 0, 27), pagination(susan.loose("GET", list + "?limit=+2", null)));
        assertEquals(pages(2, 25, 25, 27), pagination(susan.get(list + "?offset=25")));
        assertEquals(List.of("post 23"), texts(susan.get(list + "?limit=1&offset=3")));
    }

    @Test
    @Line("page.beyond")
    void partsThatAreNotThereArePlainErrors() {
        write(2);
        for (var query : List.of("limit=0", "limit=-1", "offset=-1", "offset=2", "offset=99999999999")) {
            Said.plain(400, susan.get(list + "?" + query));
        }
        susan.get(list + "?offset=1").expect(200);
    }

    @Test
    @Line("page.empty")
    void anEmptyListHasAnyOffset() {
        assertEquals(pages(0, 25, 7, 0), pagination(susan.get(list + "?offset=7")));
        assertEquals(List.of(), texts(susan.get(list)));
    }

    @ParameterizedTest
    @Line("page.integer")
    @ValueSource(strings = {"abc", "1.5", "", "0x1", "1e1"})
    void whatIsNoIntegerIsTold(String number) {
        Said.wrong(
                susan.get(list + "?limit=" + number + "&offset=" + number),
                "query",
                "limit",
                "Not a valid integer.",
                "offset",
                "Not a valid integer.");
    }

    @ParameterizedTest
    @Line("page.after-time")
    @ValueSource(
            strings = {
                "",
                "abc",
                "2030-01-01",
                "2030-02-30T00:00:00",
                "2030-01-01T25:00:00",
                "10000-01-01T00:00",
                "2030-01-01T00:00:00.",
                "2030-01-01T00:00:00X"
            })
    void whatIsNoTimeIsTold(String time) {
        Said.wrong(susan.get(list + "?after=" + time), "query", "after", "Not a valid datetime.");
    }

    @ParameterizedTest
    @Line("page.after-time")
    @ValueSource(
            strings = {
                "2130-01-01T00:00",
                "2130-01-01%2000:00:00",
                "2130-01-01T00:00:00Z",
                "2130-01-01T00:00:00.123456%2B02:00",
                "2130-01-01T00:00:00.5",
                "2130-01-01T00:00:00-0500"
            })
    void whatIsATimeIsTaken(String time) {
        write(1);
        assertEquals(pages(1, 25, 0, 1), pagination(susan.get(list + "?after=" + time)));
    }

    @Test
    @Line("page.both")
    void offsetAndAfterExcludeEachOther() {
        for (var path : List.of(list, "/feed", "/me/followers", "/users")) {
            Said.wrong(
                    susan.get(path + "?offset=0&after=2030-01-01T00:00:00Z"),
                    "query",
                    "_schema",
                    "Cannot specify both offset and after");
        }
        Said.wrong(susan.get(list + "?offset=x&after=2030-01-01T00:00:00Z"), "query", "offset", "Not a valid integer.");
    }

    @Test
    @Line({"page.after-posts", "page.after-end"})
    void aListGoesOnBehindATime() {
        write(3);
        var posts = data(susan.get(list)).toList();
        var after = list + "?after=";
        var behind = susan.get(after + posts.get(0).getString("timestamp") + "&limit=1");
        assertEquals(List.of("post 1"), texts(behind));
        assertEquals(pages(1, 1, 1, 3), pagination(behind));
        assertEquals(
                pages(0, 0, 1, 3), pagination(susan.get(after + posts.get(0).getString("timestamp") + "&limit=0")));
        Said.plain(400, susan.get(after + posts.get(0).getString("timestamp") + "&limit=-1"));
        assertEquals(
                pages(0, 25, 3, 3), pagination(susan.get(after + posts.get(2).getString("timestamp"))));
        for (var path : List.of("/feed", "/posts")) {
            var page = susan.get(path + "?limit=1&after=" + posts.get(0).getString("timestamp"));
            assertEquals(List.of("post 1"), texts(page));
        }
    }

    @Test
    @Line("page.walk")
    void whoeverFollowsAfterSeesEveryPostOnceWhateverTheTimes() {
        write(60);
        TestDatabase.execute(server.database(), """
                update post set published_at = date_trunc('minute', published_at) + interval '1 second' * (id %% 3)
                where author_id = %d""".formatted(susan.id()));
        for (var path : List.of(list, "/feed")) {
            var seen = new ArrayList<String>();
            var next = path + "?limit=7";
            for (int pages = 0; pages < 20; pages++) {
                var page = susan.get(next);
                var rows = data(page).toList();
                rows.forEach(post -> seen.add(post.getString("text")));
                var place = pagination(page);
                if (rows.isEmpty()
                        || place.getInteger("offset") + place.getInteger("count") >= place.getInteger("total")) {
                    break;
                }
                next = path + "?limit=7&after=" + rows.get(rows.size() - 1).getString("timestamp");
            }
            assertEquals(60, seen.size(), path);
            assertEquals(60, new TreeSet<>(seen).size(), path);
        }
    }

    @Test
    @Line("page.totals")
    void totalsStopAtTenThousand() {
        TestDatabase.execute(server.database(), """
                insert into post (author_id, body, html, excerpt, reading_minutes, tags, status, visibility, replies_from,
                  published_at, created_at, updated_at)
                select %d, 'n ' || n, '<p></p>', '', 1, '{}', 'published', 'public', 'anyone',
                  now() - n * interval '1 second', now(), now() from generate_series(1, 10050) n""".formatted(susan.id()));
        for (var path : List.of(list, "/feed")) {
            assertEquals(pages(25, 25, 0, 10_000), pagination(susan.get(path)));
            assertEquals(List.of("n 10000"), texts(susan.get(path + "?offset=9999&limit=1")));
            Said.plain(400, susan.get(path + "?offset=10000"));
            assertEquals(
                    10_000,
                    pagination(susan.get(path + "?after=2001-01-01T00:00")).getInteger("offset"));
        }
        TestDatabase.execute(server.database(), "delete from post where author_id = " + susan.id());
    }
}
