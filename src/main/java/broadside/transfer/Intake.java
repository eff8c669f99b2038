package broadside.transfer;

import broadside.kit.db.Tx;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes rows of one kind. */
interface Intake<R extends SourceRow> {
    Kind kind();

    /** Takes rows that no run has taken before; an outcome for each. */
    Future<List<Outcome>> take(Tx tx, List<R> fresh);

    /** Does one after another, as everything in a transaction. */
    static <A, B> Future<List<B>> inTurn(List<A> all, Function<A, Future<B>> work) {
        var done = new ArrayList<B>(all.size());
        Future<?> last = Future.succeededFuture();
        for (var each : all) {
            last = last.compose(before -> work.apply(each)).map(done::add);
        }
        return last.map(end -> List.copyOf(done));
    }
}
