package broadside.session;

import broadside.account.Handle;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A name that nobody has, as like as can be to what stands before the {@code @} of an address. */
final class FreeName {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 50;
    private static final int NUMBERED = 30;
    private static final int RANDOM_NUMBERS = 1_000_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Sql TAKEN = Sql.of("select name_key from account_name where name_key = any (?)");

    private FreeName() {}

    static Future<String> like(Reads reads, String email) {
        var names = candidates(email.substring(0, email.lastIndexOf('@')));
        var keys = names.stream().map(CaseFold::key).toArray(String[]::new);
        return reads.list(TAKEN.with((Object) keys), row -> row.getString("name_key"))
                .map(taken -> free(names, taken));
    }

    private static String free(List<String> names, List<String> taken) {
        var given = new HashSet<>(taken);
        return names.stream()
                .filter(name -> !given.contains(CaseFold.key(name)) && Handle.fits(name))
                .findFirst()
                .orElseThrow();
    }

    /** The last of them is hardly ever taken. */
    private static List<String> candidates(String local) {
        var letters = local.replaceAll("[^A-Za-z0-9_.-]", "").replaceFirst("^[^A-Za-z]+", "");
        var cut = letters.substring(0, Math.min(LONGEST, letters.length()));
        var base = cut.length() < SHORTEST ? "user" : cut;
        return Stream.of(
                        Stream.of(base),
                        IntStream.rangeClosed(2, NUMBERED).mapToObj(number -> base + "-" + number),
                        Stream.of(base + "-" + RANDOM.nextInt(RANDOM_NUMBERS)))
                .flatMap(names -> names)
                .toList();
    }
}
