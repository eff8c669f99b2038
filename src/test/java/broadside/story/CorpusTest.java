package broadside.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The main job on real input: texts of many languages go in through the API and come out the same. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class CorpusTest {
    private static final int WRITERS = 4;

    private record Written(Client author, Corpus.Line line) {}

    @Test
    void whatIsWrittenIsReadAndListedWhileOthersWrite() throws Exception {
        try (var server = Server.start(Map.of())) {
            var lines = Corpus.lines();
            var authors = IntStream.range(0, WRITERS)
                    .mapToObj(i -> server.client().register())
                    .toList();
            var written = new ConcurrentHashMap<String, Written>();
            write(authors, lines, written);
            assertEquals(lines.size(), written.size());
            readBack(written);
            pageWhileOthersWrite(server.client(), authors.get(0), written);
            var posts = authors.stream().mapToInt(CorpusTest::counted).sum();
            assertTrue(posts >= lines.size(), "counted " + posts);
        }
    }

    private static void write(List<Client> authors, List<Corpus.Line> lines, Map<String, Written> written)
            throws Exception {
        inParallel(authors.size(), writer -> {
            var author = authors.get(writer);
            for (int i = writer; i < lines.size(); i += authors.size()) {
                var reply = author.post("/v1/posts", post(lines.get(i))).expect(201);
                written.put(reply.json().getString("id"), new Written(author, lines.get(i)));
            }
        });
    }

    private static JsonObject post(Corpus.Line line) {
        return new JsonObject().put("body", line.text()).put("language", line.language());
    }

    private static void readBack(Map<String, Written> written) throws Exception {
        var all = List.copyOf(written.entrySet());
        inParallel(WRITERS, reader -> {
            for (int i = reader; i < all.size(); i += WRITERS) {
                var expected = all.get(i).getValue();
                var read = expected.author()
                        .get("/v1/posts/" + all.get(i).getKey())
                        .expect(200)
                        .json();
                assertEquals(expected.line().text(), read.getString("body"));
                assertEquals(expected.line().language(), read.getString("language"));
            }
        });
    }

    private static void pageWhileOthersWrite(Client reader, Client writer, Map<String, Written> written)
            throws Exception {
        var done = new AtomicBoolean();
        var background = Executors.newSingleThreadExecutor();
        var writing = background.submit(() -> {
            while (!done.get()) {
                writer.post("/v1/posts", new JsonObject().put("body", "Meanwhile"))
                        .expect(201);
            }
        });
        try {
            var seen = pages(reader);
            assertEquals(seen.size(), new HashSet<>(seen).size(), "no post twice");
            assertTrue(seen.containsAll(written.keySet()), "no post lost");
        } finally {
            done.set(true);
            writing.get();
            background.shutdown();
        }
    }

    private static List<String> pages(Client reader) {
        var seen = new ArrayList<String>();
        Reply page = reader.get("/v1/posts?limit=100").expect(200);
        while (true) {
            page.json().getJsonArray("data").forEach(post -> seen.add(((JsonObject) post).getString("id")));
            var next = page.json().getJsonObject("page").getString("next");
            if (next == null) {
                return seen;
            }
            page = reader.get("/v1/posts?limit=100&cursor=" + next).expect(200);
        }
    }

    private static int counted(Client author) {
        return author.get("/v1/me").expect(200).json().getJsonObject("counts").getInteger("posts");
    }

    private interface Work {
        void run(int number);
    }

    private static void inParallel(int threads, Work work) throws ExecutionException, InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> work.run(i)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
