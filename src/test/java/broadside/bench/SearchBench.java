package broadside.bench;

import static broadside.bench.Timing.millis;
import static broadside.bench.Timing.summary;

import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long searches take over HTTP among many posts of real texts, and how large what they need is. Properties: {@code
 * broadside.bench.texts}, a JSON-lines file of {@code {"language", "text"}}, and {@code broadside.bench.posts}, how many posts are
 * made of them.
 */
public final class SearchBench {
    private static final String SAMPLE = "src/test/resources/sample/notes.jsonl";
    private static final int POSTS = Integer.getInteger("broadside.bench.posts", 200_000);
    private static final int QUERIES = 600;
    private static final int WRITES = 200;

    private final Server server;
    private final Client client;
    private final List<Text> texts;
    private final SearchQueries queries;
    private final Random random = new Random(1);

    private SearchBench(Server server, List<Text> texts) {
        this.server = server;
        this.client = server.client();
        this.texts = texts;
        this.queries = new SearchQueries(texts);
    }

    public static void main(String[] arguments) {
        Bench.main(SearchBench::measure);
    }

    private static void measure() throws IOException, SQLException {
        try (var lines = Files.lines(Path.of(System.getProperty("broadside.bench.texts", SAMPLE)));
                var server = Server.start(Map.of())) {
            new SearchBench(server, lines.map(Text::of).toList()).run();
        }
    }

    private void run() throws SQLException {
        long start = System.nanoTime();
        new SeededPosts(server.database(), texts, POSTS).write();
        tell(
                "%,d posts of %,d texts written in %d s",
                POSTS, texts.size(), (System.nanoTime() - start) / 1_000_000_000);
        sizes();
        writes();
        mixes();
        queries.worst()
                .forEach((name, path) -> tell(
                        "%-24s %s",
                        name, summary(Stream.generate(() -> time(path)).limit(7).toList())));
        deep();
    }

    private void sizes() {
        Stream.of(
                        "post",
                        "post_search",
                        "post_search_document",
                        "post_search_newest",
                        "account_search",
                        "post_tag_prefix")
                .forEach(relation -> tell("%-24s %s", relation, size(relation)));
    }

    private String size(String relation) {
        return String.valueOf(
                TestDatabase.ask(server.database(), "select pg_size_pretty(pg_table_size('" + relation + "'))"));
    }

    /** What writing costs with and without the words being written too. */
    private void writes() {
        write();
        tell("writing a note           %s", summary(write()));
        TestDatabase.execute(server.database(), "alter table post disable trigger post_written_for_search");
        tell("without its words        %s", summary(write()));
        TestDatabase.execute(server.database(), "alter table post enable trigger post_written_for_search");
    }

    private List<Double> write() {
        var author = client.register();
        return Stream.generate(() -> texts.get(random.nextInt(texts.size())).text())
                .limit(WRITES)
                .map(text -> new JsonObject().put("body", text.substring(0, Math.min(text.length(), 900))))
                .map(note -> millis(() -> author.unchecked("POST", "/v1/posts", note)))
                .toList();
    }

    private void mixes() {
        mix(1); // warms up
        tell("a mix, one client        %s", summary(mix(1)));
        tell("a mix, four clients      %s", summary(mix(4)));
    }

    private List<Double> mix(int clients) {
        var paths = IntStream.range(0, QUERIES).mapToObj(queries::usual).toList();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var under = paths.stream()
                    .map(path -> CompletableFuture.supplyAsync(() -> time(path), threads))
                    .toList();
            return under.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    /** Sixty pages of a frequent word, into what is no longer ranked. */
    private void deep() {
        var times = new ArrayList<Double>();
        var path = SearchQueries.posts("the");
        for (var next = ""; next != null && times.size() < 60; ) {
            long start = System.nanoTime();
            var cursor = get(path + next).getJsonObject("page").getString("next");
            times.add((System.nanoTime() - start) / 1e6);
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        tell("%-24s %s", times.size() + " pages of a word", summary(times));
    }

    private double time(String path) {
        return millis(() -> get(path));
    }

    private JsonObject get(String path) {
        var reply = client.unchecked("GET", path, null);
        if (reply.status() != 200) {
            tell("%d for %s", reply.status(), path);
        }
        return reply.json();
    }

    @FormatMethod
    private static void tell(String line, Object... values) {
        System.out.println(line.formatted(values));
    }
}
