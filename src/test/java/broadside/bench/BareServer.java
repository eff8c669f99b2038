package broadside.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the same answers cost at the least: Vert.x without a router, an event loop for each core as the program has, a pipelined
 * PostgreSQL client, the statements that the program sends, and JSON written by hand. No log-ins, checks, headers or metrics. A post
 * is created by one insert, without Markdown, history or events. The environment gives it {@code
 * DATABASE_URL} and {@code STATEMENTS}, a folder with a file for each kind of request.
 */
public final class BareServer extends AbstractVerticle {
    private static final int PAGE = 20;
    private static final String CREATE = """
            insert into post (author_id, body, html, excerpt, reading_minutes, language, tags, status, visibility, replies_from,
              published_at, created_at, updated_at, version)
            values ($1, $2, $3, $2, 1, $4, '{}', 'published', 'public', 'anyone', now(), now(), now(), 0)
            returning id, published_at""";

    private static final int CONNECTIONS = 8;
    private static final int LONGEST_STATEMENT = 8_192;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final SqlClient database;
    private final int port;
    private final Map<String, Answer> answers;

    private BareServer(SqlClient database, Path statements, int port) {
        this.database = database;
        this.port = port;
        this.answers = Map.of(
                "post", answer(statements, "post", BareServer::post, BareJson::one),
                "posts", answer(statements, "posts", any -> Tuple.of((Long) null, PAGE + 1), BareJson::page),
                "account", answer(statements, "account", name -> Tuple.of((Long) null, name), BareJson::account),
                "home", answer(statements, "home", BareServer::home, BareJson::home));
    }

    /** A statement, its values for the last part of the address, and its rows as JSON. */
    private record Answer(String statement, Function<String, Tuple> values, Function<RowSet<Row>, Buffer> json) {}

    private static Answer answer(
            Path statements, String name, Function<String, Tuple> values, Function<RowSet<Row>, Buffer> json) {
        try {
            return new Answer(Files.readString(statements.resolve(name)), values, json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Tuple post(String id) {
        return Tuple.of((Long) null, Long.valueOf(id));
    }

    private static Tuple home(String viewer) {
        var id = Long.valueOf(viewer);
        return Tuple.from(new Object[] {id, null, null, null, (long) PAGE + 1, id, id});
    }

    public static void main(String[] arguments) throws IOException {
        var vertx = Vertx.vertx();
        var database = database(vertx, System.getenv("DATABASE_URL"));
        var statements = Path.of(System.getenv("STATEMENTS"));
        var port = Started.freePort(); // instances share one only where all ask for the same
        vertx.deployVerticle(
                        () -> new BareServer(database, statements, port), new DeploymentOptions().setInstances(CORES))
                .onSuccess(deployed -> System.out.println("listens on " + port))
                .onFailure(failure -> vertx.close());
    }

    /** Statements are kept and planned as the program's are: else PostgreSQL, and this too, would pay for each anew. */
    private static SqlClient database(Vertx vertx, String address) {
        var options = PgConnectOptions.fromUri(address)
                .setPipeliningLimit(64)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
        options.addProperty("plan_cache_mode", "force_generic_plan").addProperty("jit", "off");
        return PgBuilder.client()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    /** Addresses are {@code /kind/value}. */
    private void answer(HttpServerRequest request) {
        var parts = request.path().split("/");
        if ("create".equals(parts[1])) {
            create(request, Long.parseLong(parts[2]));
            return;
        }
        run(Objects.requireNonNull(answers.get(parts[1])), parts[2])
                .onSuccess(body -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(body))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure.getMessage())));
    }

    private void create(HttpServerRequest request, long author) {
        request.body()
                .map(Buffer::toJsonObject)
                .compose(draft -> database.preparedQuery(CREATE)
                        .execute(Tuple.of(
                                author,
                                draft.getString("body"),
                                "<p>" + draft.getString("body") + "</p>",
                                draft.getString("language")))
                        .map(rows -> BareJson.created(rows, draft)))
                .onSuccess(body -> request.response()
                        .setStatusCode(201)
                        .putHeader("Content-Type", "application/json")
                        .end(body))
                .onFailure(failure -> request.response().setStatusCode(500).end(String.valueOf(failure.getMessage())));
    }

    private Future<Buffer> run(Answer answer, String value) {
        return database.preparedQuery(answer.statement())
                .execute(answer.values().apply(value))
                .map(answer.json());
    }
}
