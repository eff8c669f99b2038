package broadside.dialect.microblog;

import broadside.kit.db.Counted;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import io.vertx.core.Future;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: so many from a place in it, or those behind a mark.
 *
 * @param limit  25 at most
 * @param offset null: not given
 * @param after  the mark as it was sent; null: none
 */
record Part(long limit, @Nullable Long offset, @Nullable String after) {
    private static final long MOST = 25;
    /** Beyond what any list has; numbers are cut here so that they fit. */
    private static final BigInteger FARTHEST = BigInteger.valueOf(Integer.MAX_VALUE);

    /**
     * Reads it from the query.
     *
     * @param isMark whether a text can be a mark of this list; what is said of one that cannot
     * @throws Problem with everything that is wrong about it
     */
    static Part of(Call call, Function<String, @Nullable String> isMark) {
        var violations = new ArrayList<Violation>();
        var limit = whole(call, "limit", violations);
        var offset = whole(call, "offset", violations);
        var after = call.parameter("after");
        var wrong = after == null ? null : isMark.apply(after);
        if (wrong != null) {
            violations.add(new Violation("?after", "wrong", wrong));
        }
        if (violations.isEmpty() && offset != null && after != null) {
            violations.add(new Violation("?" + Body.WHOLE, "wrong", Texts.BOTH_MARKS));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return new Part(limit == null ? MOST : Math.min(MOST, limit), offset, after);
    }

    private static @Nullable Long whole(Call call, String name, List<Violation> violations) {
        var text = call.parameter(name);
        if (text == null) {
            return null;
        }
        var digits = text.strip();
        if (!digits.matches("[+-]?[0-9]{1,1000}")) {
            violations.add(new Violation("?" + name, "wrong", Texts.NO_INTEGER));
            return null;
        }
        return new BigInteger(digits).min(FARTHEST).max(FARTHEST.negate()).longValue();
    }

    int from() {
        return offset == null ? 0 : offset.intValue();
    }

    /** How many rows to read: none where none are asked for. */
    int rows() {
        return (int) limit;
    }

    /** Reads the part once it is known that there is one, and answers. */
    <T> Future<Answer> answer(Counted counted, Supplier<Future<List<T>>> rows, BiConsumer<JsonWriter, T> write) {
        check(counted);
        return (limit == 0 ? Future.succeededFuture(List.<T>of()) : rows.get())
                .map(found -> page(counted, found, write));
    }

    /** @throws Problem 400 where there is no such part of a list of this length */
    private void check(Counted counted) {
        var beyond = counted.total() > 0 && from() >= counted.total();
        var wrong = after == null ? limit <= 0 || from() < 0 || beyond : limit < 0;
        if (wrong) {
            throw Problem.of(ProblemType.BAD_REQUEST, "There is no such part.");
        }
    }

    private <T> Answer page(Counted counted, List<T> rows, BiConsumer<JsonWriter, T> write) {
        return Answer.of(200, ErrorAnswer.JSON, JsonWriter.object(json -> json.objects("data", rows, write)
                .object("pagination", page -> page.number("count", rows.size())
                        .number("limit", limit)
                        .number("offset", after == null ? from() : counted.before())
                        .number("total", counted.total()))));
    }
}
