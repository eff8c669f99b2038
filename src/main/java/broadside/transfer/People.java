package broadside.transfer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom rows speak of, by their ids in the source. */
final class People {
    private People() {}

    static List<Long> in(Stream<@Nullable Long> ids) {
        return ids.<Long>mapMulti((id, each) -> {
                    if (id != null) {
                        each.accept(id);
                    }
                })
                .distinct()
                .toList();
    }

    /** Why a row must wait for somebody; nothing when she is here. */
    static Optional<String> missing(String role, @Nullable Long user, Map<Long, Long> accounts) {
        if (user == null) {
            return Optional.of("it has no " + role);
        }
        return accounts.containsKey(user)
                ? Optional.empty()
                : Optional.of("its " + role + ", user " + user + ", has no account here");
    }

    static long account(@Nullable Long user, Map<Long, Long> accounts) {
        return Objects.requireNonNull(accounts.get(user));
    }
}
