package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.stage.Stage;

/**
 * One open transaction: entities through Hibernate and SQL through the PG client, on the same connection. Steps run one after
 * another; changed entities are written before every SQL statement and before the commit. Rows are deleted in SQL only: Hibernate
 * Reactive keeps the outcome of a removal in a field that all sessions share, so that two at once mix it up.
 */
public final class Tx implements Reads {
    private final Stage.Session session;
    private final SqlConnection connection;
    private final List<Announcement> announcements = new ArrayList<>();

    Tx(Stage.Session session, SqlConnection connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Inserts the entity at once, so that its id is known. */
    public <E> Future<E> persist(E entity) {
        return stage(() -> session.persist(entity)).map(entity);
    }

    /** The entity with this id, or nothing. */
    public <E> Future<Optional<E>> find(Class<E> type, long id) {
        return stage(() -> session.find(type, id)).map(Optional::ofNullable);
    }

    /** The entity with this id, its row locked until the end of the transaction. */
    public <E> Future<Optional<E>> lock(Class<E> type, long id) {
        return stage(() -> session.find(type, (Object) id, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Tells this process after COMMIT; nothing is told of what is rolled back. */
    public void announce(Announcement announcement) {
        announcements.add(announcement);
    }

    List<Announcement> announcements() {
        return announcements;
    }

    /** Writes changed entities now: violated constraints and lost races show here. */
    public Future<Void> flush() {
        return stage(session::flush);
    }

    @Override
    public <T> Future<List<T>> list(Statement statement, Function<Row, T> record) {
        return run(statement).map(rows -> statement.records(rows, record));
    }

    /** Runs a statement for its effect; how many rows it touched. */
    public Future<Integer> execute(Statement statement) {
        return run(statement).map(RowSet::rowCount);
    }

    private Future<RowSet<Row>> run(Statement statement) {
        return flush().compose(
                        done -> connection.preparedQuery(statement.text()).execute(statement.values()));
    }

    private static <T> Future<T> stage(Supplier<CompletionStage<T>> work) {
        return Future.fromCompletionStage(work.get());
    }
}
