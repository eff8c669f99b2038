package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.provider.Settings;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.vertx.VertxInstance;

/** Hibernate Reactive, which knows the entities. It has no connections of its own: each unit of work hands over its own. */
public final class Orm implements AutoCloseable {
    /** Entities are final and know no laziness: nothing is to be generated for them, and reflection does the rest. */
    private static final BytecodeProvider NO_BYTECODE = new BytecodeProviderImpl();

    private final UnitOfWorkPool handover;
    private final Stage.SessionFactory sessions;

    private Orm(UnitOfWorkPool handover, Stage.SessionFactory sessions) {
        this.handover = handover;
        this.sessions = sessions;
    }

    /**
     * Makes the classes known, without a database. Takes a second of CPU and blocks: call it on a worker thread.
     *
     * @param entities the mapped classes
     */
    public static Orm of(Vertx vertx, List<Class<?>> entities) {
        var handover = new UnitOfWorkPool();
        var configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration
                .setProperty(AvailableSettings.HBM2DDL_AUTO, "none")
                .setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                .setPhysicalNamingStrategy(Mapping.naming());
        StandardServiceRegistryBuilder registry = new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .applySettings(Mapping.SETTINGS)
                .addService(VertxInstance.class, () -> vertx)
                .addService(BytecodeProvider.class, NO_BYTECODE)
                .applySetting(Settings.SQL_CLIENT_POOL, new HandoverConnectionPool(handover));
        var factory = configuration.buildSessionFactory(registry.build());
        return new Orm(handover, factory.unwrap(Stage.SessionFactory.class));
    }

    /** A session on this connection, which goes back when the session is closed, and at once where none is opened. */
    Future<Stage.Session> open(SqlConnection connection) {
        return Future.fromCompletionStage(handover.handing(connection, sessions::openSession))
                .onFailure(failure -> connection.close());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
