package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;

/**
 * Both ways to one database: {@link #reads} on pipelined connections, {@link #db} for transactions on a pool of their own, and on
 * that pool {@link #slowReads}.
 */
public final class Database {
    /** What its connections are called, for whoever looks at the server. */
    public static final String APPLICATION = "broadside";

    /** What its two ways are called where they are measured. */
    private static final String POOL = "transactions";

    private static final String READS = "reads";
    private static final int TRANSACTIONS = 16;
    private static final int TRANSACTIONS_WAITING = 512;
    /**
     * One for each event loop, of which Vert.x has two for each core, as far as the server has room: an answer that arrives on
     * another loop than the one that asked wakes two threads (a profile then took 60 to 83 µs in place of 50).
     */
    private static final int READERS = Math.max(8, Math.min(32, VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE));

    private static final int READERS_WAITING = 512;
    private static final int IN_FLIGHT_PER_READER = 64;

    private final DatabaseAddress address;
    private final Pool pool;
    private final ReadClient reads;
    private final Reads slowReads;
    private final Db db;

    private Database(DatabaseAddress address, Pool pool, ReadClient reads, Reads slowReads, Db db) {
        this.address = address;
        this.pool = pool;
        this.reads = reads;
        this.slowReads = slowReads;
        this.db = db;
    }

    /**
     * Opens clients, which connect when they are asked.
     *
     * @param orm which transactions wait for, and which stays open longer than this
     */
    public static Database open(Vertx vertx, DatabaseAddress address, Future<Orm> orm, DatabaseFailures failures) {
        var pool = PgBuilder.pool()
                .with(Connections.pool(POOL, TRANSACTIONS, TRANSACTIONS_WAITING))
                .connectingTo(Connections.options(address).setMetricsName(POOL))
                .using(vertx)
                .build();
        var reads = new ReadClient(vertx, () -> readers(vertx, address), failures);
        var queue = new ConnectionQueue(vertx, pool);
        var slowReads = new PoolReads(vertx, queue, failures);
        return new Database(address, pool, reads, slowReads, new Db(vertx, queue, orm, failures));
    }

    private static SqlClient readers(Vertx vertx, DatabaseAddress address) {
        return PgBuilder.client()
                .with(Connections.pool(READS, READERS, READERS_WAITING))
                .connectingTo(readOptions(address))
                .using(vertx)
                .build();
    }

    private static PgConnectOptions readOptions(DatabaseAddress address) {
        var options = Connections.options(address, Limits.LOCK_TO_READ).setPipeliningLimit(IN_FLIGHT_PER_READER);
        options.setMetricsName(READS);
        // Planned once for each connection: planning a page of posts anew takes several times as long as reading it.
        options.addProperty("plan_cache_mode", "force_generic_plan");
        return options;
    }

    /** Does nothing in a transaction before anybody does something: the first loads hundreds of classes. That it fails means nothing yet. */
    public Future<Void> warmUp() {
        return db.transaction(nothing -> Future.<Void>succeededFuture()).otherwiseEmpty();
    }

    public DatabaseAddress address() {
        return address;
    }

    public Reads reads() {
        return reads;
    }

    /** For what may take longer than the many short reads beside it can wait. */
    public Reads slowReads() {
        return slowReads;
    }

    public Db db() {
        return db;
    }

    /** Whether the database answers now. */
    public Future<Void> ping() {
        return reads.list(PING.with(), row -> row).mapEmpty();
    }

    private static final Sql PING = Sql.of("select 1");

    /** Closes connections; work under way fails. */
    public Future<Void> close() {
        return reads.close().eventually(() -> pool.close());
    }
}
