package broadside.transfer;

import broadside.account.Newcomer;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.text.CaseFold;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a name and an address for each user that nobody here has: her own, where they are free. */
final class FreeNames {
    private static final Sql TAKEN = Sql.of("""
            select exists (select from account_name where name_key = ?) as username,
              exists (select from account where email_key = ?) as email""");

    /** By key, who would have it by now: for a rehearsal. */
    private final Map<String, Long> names = new HashMap<>();

    private final Map<String, Long> addresses = new HashMap<>();

    record Identity(String username, String email) {}

    private record Taken(boolean username, boolean email) {
        static Taken of(Row row) {
            return new Taken(row.getBoolean("username"), row.getBoolean("email"));
        }
    }

    /** What a user is to be called; {@code changes} is told where that is not what she was called. */
    Future<Identity> identity(Tx tx, SourceUser user, List<String> changes) {
        var name = FormerName.of(user.username(), user.id(), changes);
        var address = usable(user.email());
        return free(tx, user.id(), name, 1, address, 0).map(identity -> {
            if (!identity.username().equals(user.username())) {
                changes.add("is called " + identity.username()
                        + (identity.username().equals(name) ? "" : ", since her name is taken"));
            }
            if (!identity.email().equals(user.email())) {
                changes.add((address == null ? "had no e-mail address" : "had somebody else's e-mail address")
                        + ", has " + identity.email());
            }
            return identity;
        });
    }

    private static @Nullable String usable(@Nullable String email) {
        return email != null && Email.valid(email) ? email : null;
    }

    /** @param placeholders how many addresses of our own making were tried */
    private Future<Identity> free(Tx tx, long user, String name, int number, @Nullable String email, int placeholders) {
        var wanted = new Identity(
                FormerName.numbered(name, number), email == null ? placeholder(user, placeholders) : email);
        return taken(tx, wanted, user)
                .compose(taken -> taken.username() || taken.email()
                        ? free(
                                tx,
                                user,
                                name,
                                taken.username() ? number + 1 : number,
                                taken.email() ? null : email,
                                taken.email() ? placeholders + 1 : placeholders)
                        : Future.succeededFuture(wanted));
    }

    /** RFC 2606 keeps the domain free, so that no mail ever goes there. */
    private static String placeholder(long user, int tried) {
        return "user-" + user + (tried < 2 ? "" : "-" + tried) + "@imported.invalid";
    }

    private Future<Taken> taken(Tx tx, Identity wanted, long user) {
        var name = CaseFold.key(wanted.username());
        var address = Email.key(wanted.email());
        return tx.first(TAKEN.with(name, address), Taken::of)
                .map(found -> found.orElseThrow())
                .map(here -> new Taken(
                        here.username() || names.getOrDefault(name, user) != user,
                        here.email() || addresses.getOrDefault(address, user) != user));
    }

    /** Keeps them for this user in a rehearsal, where no account does. */
    long reserve(Newcomer newcomer, long user) {
        names.put(CaseFold.key(newcomer.username()), user);
        addresses.put(Email.key(newcomer.email()), user);
        return 0;
    }
}
