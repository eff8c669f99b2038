package broadside.kit.db;

import io.vertx.sqlclient.Pool;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.impl.SqlClientPool;
import org.hibernate.reactive.util.impl.CompletionStages;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/** Gives Hibernate Reactive our pool; its life is ours. */
final class HandoverConnectionPool extends SqlClientPool implements ServiceRegistryAwareService {
    private final Pool pool;
    private @Nullable ServiceRegistryImplementor services;

    HandoverConnectionPool(Pool pool) {
        this.pool = pool;
    }

    @Override
    public void injectServices(ServiceRegistryImplementor registry) {
        services = registry;
    }

    @Override
    protected Pool getPool() {
        return pool;
    }

    @Override
    protected SqlStatementLogger getSqlStatementLogger() {
        return jdbc().getSqlStatementLogger();
    }

    @Override
    protected SqlExceptionHelper getSqlExceptionHelper() {
        return jdbc().getSqlExceptionHelper();
    }

    private JdbcServices jdbc() {
        return Objects.requireNonNull(services).requireService(JdbcServices.class);
    }

    @Override
    public CompletionStage<Void> getCloseFuture() {
        return CompletionStages.voidFuture();
    }
}
