package broadside.kit.db;

import io.vertx.sqlclient.Pool;
import java.util.concurrent.CompletionStage;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.impl.SqlClientPool;
import org.hibernate.reactive.util.impl.CompletionStages;
import org.jspecify.annotations.Nullable;

/** Gives Hibernate Reactive our pool; its life is ours. */
final class HandoverConnectionPool extends SqlClientPool {
    private final Pool pool;
    private volatile @Nullable JdbcServices jdbc;

    HandoverConnectionPool(Pool pool) {
        this.pool = pool;
    }

    void use(JdbcServices services) {
        jdbc = services;
    }

    @Override
    protected Pool getPool() {
        return pool;
    }

    /** While Hibernate starts it asks for the server's version before it has these services. */
    @Override
    protected SqlStatementLogger getSqlStatementLogger() {
        var services = jdbc;
        return services == null ? new SqlStatementLogger() : services.getSqlStatementLogger();
    }

    @Override
    protected SqlExceptionHelper getSqlExceptionHelper() {
        var services = jdbc;
        return services == null ? new SqlExceptionHelper(false) : services.getSqlExceptionHelper();
    }

    @Override
    public CompletionStage<Void> getCloseFuture() {
        return CompletionStages.voidFuture();
    }
}
