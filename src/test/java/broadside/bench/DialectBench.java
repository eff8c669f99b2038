package broadside.bench;

import broadside.testing.DatabaseProxy;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * What lists of the dialects cost beside those of our own API, in alternated rounds on one program: its own processor time, and
 * PostgreSQL's, of which the total is a part. Properties {@code broadside.bench.posts}, {@code .requests}, {@code .rounds} and
 * {@code .texts} as in {@link ApiBench}; every third post is an article.
 */
public final class DialectBench {
    private static final String SAMPLE = "src/test/resources/sample/notes.jsonl";
    private static final int POSTS = Integer.getInteger("broadside.bench.posts", 200_000);
    private static final int REQUESTS = Integer.getInteger("broadside.bench.requests", 2_000);
    private static final int ROUNDS = Integer.getInteger("broadside.bench.rounds", 3);
    private static final int CLIENTS = 8;
    private static final int PAUSE_MILLIS = 5_000;
    private static final String ARTICLES = """
            alter table post disable trigger user;
            update post set title = 'Article ' || id, slug = 'article-' || id, summary = left(excerpt, 100) where id % 3 = 0;
            alter table post enable trigger user;
            vacuum analyze post""";

    private final Vertx vertx = Vertx.vertx();

    /**
     * A list of a dialect.
     *
     * @param total values of the parameters of the statement that counts, {@code V} standing for the reader
     * @param own   the list of our own API that shows the like
     */
    private record Case(String name, String path, String total, String own) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "RealWorld articles",
                    "/realworld/api/articles?limit=20",
                    "V, 10000",
                    "/v1/posts?kind=article&limit=20"),
            new Case(
                    "RealWorld articles, deepest",
                    "/realworld/api/articles?limit=20&offset=9980",
                    "V, 10000",
                    "/v1/posts?kind=article&limit=20"),
            new Case("RealWorld feed", "/realworld/api/articles/feed?limit=20", "V, 10000", "/v1/me/timeline?limit=20"),
            new Case(
                    "microblog posts",
                    "/microblog/api/posts?limit=20",
                    "V, 10000, V, null, 10000",
                    "/v1/posts?kind=note&limit=20"),
            new Case(
                    "microblog posts, deepest",
                    "/microblog/api/posts?limit=20&offset=9980",
                    "V, 10000, V, null, 10000",
                    "/v1/posts?kind=note&limit=20"),
            new Case(
                    "microblog feed",
                    "/microblog/api/feed?limit=20",
                    "V, 10000, 10000, V, null, 10000, 10000",
                    "/v1/me/timeline?limit=20"));

    public static void main(String[] arguments) {
        Bench.main(DialectBench::measure);
    }

    private static void measure() throws Exception {
        var statements = Files.createTempDirectory("statements");
        try (var wire = DatabaseProxy.to(TestDatabase.fresh());
                var server = Server.start(wire.address(), Map.of())) {
            new DialectBench().run(new Seen(wire, statements), server);
        }
    }

    private void run(Seen seen, Server server) throws SQLException, IOException, InterruptedException {
        var database = server.database();
        try (var lines = Files.lines(Path.of(System.getProperty("broadside.bench.texts", SAMPLE)))) {
            new SeededPosts(database, lines.map(Text::of).toList(), POSTS).write();
        }
        for (var statement : ARTICLES.split(";")) {
            TestDatabase.execute(database, statement);
        }
        var reader = Reader.who(database, server.client(), 100);
        TestDatabase.execute(database, "analyze follow");
        var postgres = Cpu.postgres(database);
        tell(
                "%-28s %10s %10s %6s %12s %12s %12s %8s",
                "", "dialect us", "native us", "ratio", "PG native us", "PG us", "of it total", "p99 ms");
        var settings = Map.of(
                "DATABASE_URL",
                TestDatabase.url(database),
                "PORT",
                "0",
                "BROADSIDE_MANAGEMENT_PORT",
                "0",
                "BROADSIDE_RATE_LIMIT_FACTOR",
                "0");
        try (var program = Subject.start("broadside.Main", settings, "API +http://localhost:")) {
            for (var each : CASES) {
                compare(each, seen, server, reader, program, postgres);
            }
        }
    }

    private void compare(Case each, Seen seen, Server server, Reader reader, Subject program, LongSupplier postgres)
            throws InterruptedException {
        var dialect = rounds(each.path(), reader, program, postgres);
        var own = rounds(each.own(), reader, program, postgres);
        dialect.warm(REQUESTS);
        own.warm(REQUESTS);
        Thread.sleep(PAUSE_MILLIS); // the just-in-time compiler finishes
        IntStream.range(0, ROUNDS).forEach(round -> {
            dialect.run(REQUESTS);
            own.run(REQUESTS);
        });
        var total = new StatementCost(server.database(), counting(seen.of(reader.client(), each.path())));
        tell(
                "%-28s %10.0f %10.0f %6.2f %12.0f %12.0f %12.0f %8.1f",
                each.name(),
                dialect.micros(),
                own.micros(),
                dialect.micros() / own.micros(),
                own.postgresMicros(),
                dialect.postgresMicros(),
                total.micros(each.total().replace("V", Long.toString(reader.id()))),
                dialect.p99());
    }

    private Rounds rounds(String path, Reader reader, Subject program, LongSupplier postgres) {
        var load = new Load(vertx, CLIENTS, program.port(), reader.client().token(), n -> path);
        return new Rounds(load, program.pid(), postgres);
    }

    private static String counting(List<String> statements) {
        return statements.stream()
                .filter(statement -> statement.contains("as counted"))
                .findFirst()
                .orElseThrow();
    }

    @FormatMethod
    private static void tell(String line, Object... values) {
        System.out.println(line.formatted(values));
    }
}
