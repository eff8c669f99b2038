package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.DatabaseProxy;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What requests cost among many posts: the program and a bare server that runs the same statements, side by side in one run, each
 * in a JVM of its own; and what home costs PostgreSQL by whom one follows. Properties: {@code broadside.bench.posts} (200,000),
 * {@code broadside.bench.requests} a round (4,000; a tenth of searches, a quarter of
 * writes), {@code broadside.bench.rounds} (3), {@code broadside.bench.cases} (a pattern for
 * their names), {@code broadside.bench.plans} (true: only the
 * plans of home), {@code broadside.bench.texts} as in {@link SearchBench}, which measures searches more closely.
 */
public final class ApiBench {
    private static final String SAMPLE = "src/test/resources/sample/notes.jsonl";
    private static final int POSTS = Integer.getInteger("broadside.bench.posts", 200_000);
    private static final int REQUESTS = Integer.getInteger("broadside.bench.requests", 4_000);
    private static final int ROUNDS = Integer.getInteger("broadside.bench.rounds", 3);
    private static final int CLIENTS = 32;
    private static final int SEARCHERS = 4;
    private static final int WRITERS = 8;
    private static final int RECORDED = 10;
    private static final String TOLD = "API +http://localhost:";
    private static final Pattern CASES = Pattern.compile(System.getProperty("broadside.bench.cases", ".*"));
    private static final int PAUSE_MILLIS = 15_000;

    private final Vertx vertx = Vertx.vertx();
    private final Random random = new Random(1);
    private final List<Text> texts = texts();

    /** Reached past the wire, which keeps every statement it sees. */
    private final DatabaseAddress database;

    private ApiBench(DatabaseAddress database) throws IOException {
        this.database = database;
    }

    /** A kind of request: its addresses at the program and at the bare server, null where that has none. */
    private record Case(
            String name,
            int clients,
            int requests,
            List<Reader> readers,
            IntFunction<Ask> path,
            @Nullable IntFunction<Ask> bare) {
        static Case reading(
                String name, List<Reader> readers, IntFunction<String> path, @Nullable IntFunction<String> bare) {
            return new Case(
                    name,
                    CLIENTS,
                    REQUESTS,
                    readers,
                    n -> Ask.get(path.apply(n)),
                    bare == null ? null : n -> Ask.get(bare.apply(n)));
        }
    }

    public static void main(String[] arguments) {
        Bench.main(ApiBench::measure);
    }

    private static void measure() throws Exception {
        var statements = Files.createTempDirectory("statements");
        var database = TestDatabase.fresh();
        try (var wire = DatabaseProxy.to(database);
                var server = Server.start(wire.address(), Map.of())) {
            new ApiBench(database).run(new Seen(wire, statements), server);
        }
    }

    private void run(Seen seen, Server server) throws SQLException, IOException, InterruptedException {
        seed();
        var few = Reader.who(database, server.client(), 100);
        var many = Reader.who(database, server.client(), 2_000);
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Reader.who(database, server.client(), 0))
                .toList();
        var ids = ids();
        TestDatabase.execute(database, "analyze follow");
        seen.keep("post", server.client(), "/v1/posts/" + ids.get(0));
        seen.keep("posts", server.client(), "/v1/posts");
        seen.keep("account", server.client(), "/v1/accounts/writer1");
        var home = new HomePlans(database, seen.keep("home", few.client(), "/v1/me/timeline"));
        tell("home of one who follows   100: %s", home.of(few.id()));
        tell("home of one who follows 2,000: %s", home.of(many.id()));
        if (!Boolean.getBoolean("broadside.bench.plans")) {
            var cases = cases(ids, few, many, writers).stream()
                    .filter(each -> CASES.matcher(each.name()).matches())
                    .toList();
            server.vertx().close().toCompletionStage().toCompletableFuture().join(); // its jobs would run beside
            measure(seen, cases);
        }
    }

    private static List<Text> texts() throws IOException {
        try (var lines = Files.lines(Path.of(System.getProperty("broadside.bench.texts", SAMPLE)))) {
            return lines.map(Text::of).toList();
        }
    }

    private void seed() throws SQLException {
        if (Boolean.getBoolean("broadside.bench.plans")) {
            TestDatabase.execute(database, "alter table post disable trigger post_written_for_search");
        }
        new SeededPosts(database, texts, POSTS).write();
        tell("%,d posts by %,d authors", POSTS, SeededPosts.AUTHORS);
    }

    private List<String> ids() {
        var ids = TestDatabase.ask(database, """
                select string_agg(id::text, ',') from (
                  select id from post where visibility = 'public' order by hashint8(id) limit 5000) p""");
        return List.of(String.valueOf(ids).split(","));
    }

    private List<Case> cases(List<String> ids, Reader few, Reader many, List<Reader> writers) {
        return List.of(
                Case.reading("one post", List.of(), n -> "/v1/posts/" + any(ids), n -> "/post/" + any(ids)),
                Case.reading("20 posts", List.of(), n -> "/v1/posts", n -> "/posts/any"),
                Case.reading("profile", List.of(), n -> "/v1/accounts/" + author(), n -> "/account/" + author()),
                Case.reading("home, follows 100", List.of(few), n -> "/v1/me/timeline", n -> "/home/" + few.id()),
                Case.reading("home, follows 2,000", List.of(many), n -> "/v1/me/timeline", n -> "/home/" + many.id()),
                Case.reading("thread", List.of(), n -> "/v1/posts/" + any(ids) + "/thread", null),
                new Case("search, 4 clients", SEARCHERS, REQUESTS / 10, List.of(), this::search, null),
                new Case("create", WRITERS, REQUESTS / 4, writers, n -> create(n, false), n -> bareCreate(n, writers)),
                new Case("create, with a key", WRITERS, REQUESTS / 4, writers, n -> create(n, true), null));
    }

    private Ask search(int number) {
        return Ask.get(new SearchQueries(texts).usual(number));
    }

    private static Ask create(int number, boolean once) {
        return new Ask("/v1/posts", draft(number), once);
    }

    private static Ask bareCreate(int number, List<Reader> writers) {
        return new Ask("/create/" + writers.get(number % WRITERS).id(), draft(number), false);
    }

    private static Buffer draft(int number) {
        var body = "Number **" + number + "**, written to see what it costs. #tag" + number % 500;
        return new JsonObject().put("body", body).put("language", "en").toBuffer();
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private String author() {
        return "writer" + (1 + random.nextInt(SeededPosts.AUTHORS));
    }

    private void measure(Seen seen, List<Case> cases) throws InterruptedException, IOException, SQLException {
        var url = TestDatabase.url(database);
        var postgres = Cpu.postgres(database);
        try (var program = Subject.start("broadside.Main", settings(url), TOLD);
                var bare = Subject.start(
                        "broadside.bench.BareServer",
                        Map.of("DATABASE_URL", url, "STATEMENTS", seen.folder().toString()),
                        "listens on ")) {
            tell(
                    "%-20s %12s %12s %7s %14s %9s %9s %6s",
                    "", "program us", "bare us", "ratio", "PostgreSQL us", "req/s", "p99 ms", "503 %");
            cases.forEach(each -> warm(each, program, bare));
            for (var each : cases) {
                compare(each, program, bare, postgres);
            }
        }
        for (var each : cases) {
            if (each.name().startsWith("create")) {
                parts(each, url);
            }
        }
    }

    private void parts(Case writing, String url) throws IOException {
        var recording = Files.createTempFile("create", ".jfr");
        var option = "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording;
        try (var program = Subject.start("broadside.Main", settings(url), TOLD, option)) {
            var load = new Load(vertx, writing.clients(), tokens(writing), program.port(), writing.path());
            IntStream.range(0, RECORDED).forEach(round -> load.run(writing.requests()));
        }
        tell("%s, per cent of the program: %s", writing.name(), Shares.of(recording));
    }

    private static List<String> tokens(Case each) {
        return each.readers().stream().map(reader -> reader.client().token()).toList();
    }

    private static Map<String, String> settings(String url) {
        return Map.of(
                "DATABASE_URL", url, "PORT", "0", "BROADSIDE_MANAGEMENT_PORT", "0", "BROADSIDE_RATE_LIMIT_FACTOR", "0");
    }

    /** So that the first kind finds the program as warm as the last: what they share is compiled only once. */
    private void warm(Case each, Subject program, Subject bare) {
        new Load(vertx, each.clients(), tokens(each), program.port(), each.path()).run(each.requests());
        if (each.bare() != null) {
            new Load(vertx, each.clients(), List.of(), bare.port(), each.bare()).run(each.requests());
        }
    }

    private void compare(Case each, Subject program, Subject bare, LongSupplier postgres) throws InterruptedException {
        var ours = new Rounds(
                new Load(vertx, each.clients(), tokens(each), program.port(), each.path()), program.pid(), postgres);
        var other = each.bare() == null
                ? null
                : new Rounds(
                        new Load(vertx, each.clients(), List.of(), bare.port(), each.bare()), bare.pid(), postgres);
        ours.warm(each.requests());
        if (other != null) {
            other.warm(each.requests());
        }
        Thread.sleep(PAUSE_MILLIS); // the just-in-time compiler finishes
        IntStream.range(0, ROUNDS).forEach(round -> {
            ours.run(each.requests());
            if (other != null) {
                other.run(each.requests());
            }
        });
        tell(
                "%-20s %12.0f %12s %7s %14.0f %9.0f %9.1f %6.1f",
                each.name(),
                ours.micros(),
                other == null ? "" : "%.0f".formatted(other.micros()),
                other == null ? "" : "%.2f".formatted(ours.micros() / other.micros()),
                ours.postgresMicros(),
                ours.rate(),
                ours.p99(),
                ours.refused());
    }

    @FormatMethod
    private static void tell(String line, Object... values) {
        System.out.println(line.formatted(values));
    }
}
