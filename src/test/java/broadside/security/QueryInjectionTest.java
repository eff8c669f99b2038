package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.access.Actor;
import broadside.access.Row;
import broadside.access.Stage;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is SQL in a parameter stays a text: nothing fails, nothing waits, and nobody finds more than by a word nobody wrote. */
class QueryInjectionTest {
    private static final Server SERVER = Server.shared();
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** Not valid or not there; 422 is how RealWorld says the first. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

    /** Nothing is called so, by itself or beside what follows. */
    private static final String WORD = "zqxjk";

    /** Where there is an {@code or}, which a search understands, something follows that nobody wrote either. */
    private static final List<String> SQL = List.of(
            "'",
            "\"",
            "\\",
            "' or 'zq7'='zq7",
            "\\' or 7641 is not null--",
            "')) or ((7641=7641--",
            "'; drop table account; select pg_sleep(5);--",
            "'||pg_sleep(5)||'",
            "' union select null, username from account--",
            "/**/or/**/7641=7641\n--",
            "$$ $1 ? :q {} {\"\"}",
            "%_",
            "\u02BC\uFF07\u2019 or 7641=7641",
            "& | ! <-> :* (((");

    /** A list and one of its parameters. */
    record Ask(Row row, String parameter) {
        @Override
        public String toString() {
            return row + " " + parameter;
        }
    }

    @BeforeAll
    static void set() {
        Stage.set(SERVER);
    }

    @AfterAll
    static void everythingIsStillThere() {
        assertEquals("t", TestDatabase.ask(SERVER.database(), "select count(*) > 0 from account"));
    }

    static Stream<Ask> asks() throws IOException {
        return Row.all().flatMap(row -> row.contract().queryParameters(row.operation()).stream()
                .map(parameter -> new Ask(row, parameter)));
    }

    static Stream<Row> paths() throws IOException {
        return Row.all().filter(row -> row.method().equals("GET") && row.path().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("asks")
    void inAQuery(Ask ask) {
        var stage = new Stage(SERVER, ask.row().welcome().orElse(Actor.AUTHOR));
        var path = ask.row().pathOn(stage).replaceFirst("\\?.*", "");
        for (var sql : SQL) {
            var rest = ask.row().query() == null || ask.row().query().startsWith(ask.parameter() + "=")
                    ? ""
                    : "&q=" + WORD;
            var reply = ask(ask.row(), stage, path + "?" + ask.parameter() + "=" + encoded(WORD + sql) + rest);
            assertTrue(
                    REFUSALS.contains(reply.status()) || finds(reply) == 0,
                    () -> ask + " " + sql + " is answered " + reply.status() + " " + reply.text());
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void inAPath(Row row) {
        var stage = new Stage(SERVER, row.welcome().orElse(Actor.AUTHOR));
        for (var sql : SQL) {
            var path = row.path().replaceAll("\\{\\w+}", encoded(WORD + sql).replace("$", "\\$"));
            var reply = ask(row, stage, path + (row.query() == null ? "" : "?q=" + WORD));
            assertTrue(
                    REFUSALS.contains(reply.status()) || finds(reply) == 0,
                    () -> path + " is answered " + reply.status() + " " + reply.text());
        }
    }

    private static Reply ask(Row row, Stage stage, String path) {
        long begin = System.nanoTime();
        var reply = stage.asked(row.contract()).get(path);
        assertTrue(System.nanoTime() - begin < LONGEST.toNanos(), () -> path + " takes too long");
        return reply;
    }

    /** How many entries an answer has, or posts a tag; many for what is neither. */
    private static int finds(Reply reply) {
        if (reply.status() != 200) {
            return Integer.MAX_VALUE;
        }
        var text = reply.text();
        if (text.startsWith("<?xml")) {
            return text.split("<entry>", -1).length - 1;
        }
        var json = reply.json();
        if (json.containsKey("articles")) {
            return Math.max(
                    json.getInteger("articlesCount"),
                    json.getJsonArray("articles").size());
        }
        return json.getValue("data") instanceof JsonArray list
                ? list.size()
                : json.getJsonObject("counts", new JsonObject()).getInteger("posts", Integer.MAX_VALUE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
