package broadside.dialect.microblog;

import broadside.kit.http.Call;
import broadside.kit.problem.Problem;
import java.math.BigInteger;

/** Ids in paths: any decimal number; one that nothing can have is not found. */
final class Ids {
    private Ids() {}

    static long of(Call call) {
        return of(call.path("id"));
    }

    static long of(String text) {
        if (!text.matches("[0-9]{1,100}")) {
            throw Problem.notFound();
        }
        var number = new BigInteger(text);
        if (number.bitLength() > 63) {
            throw Problem.notFound();
        }
        return number.longValue();
    }
}
