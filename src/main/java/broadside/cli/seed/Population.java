package broadside.cli.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Everybody who was brought, in the order of their coming. */
final class Population {
    /** Who is drawn twice counts once; where there are few, a draw more often hits the same. */
    private static final int ATTEMPTS = 10;

    /** @param since when she came */
    record Member(long id, Language language, Instant since) {}

    private final List<Member> members = new ArrayList<>();

    void add(Member member) {
        members.add(member);
    }

    int size() {
        return members.size();
    }

    Member get(int number) {
        return members.get(number);
    }

    /** Somebody who was here then, some more often than others. */
    Member someone(Instant then, Dice dice) {
        return members.get(dice.skewed(presentAt(then)));
    }

    private int presentAt(Instant then) {
        int least = 1;
        int most = members.size();
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (members.get(middle - 1).since().isAfter(then)) {
                most = middle - 1;
            } else {
                least = middle;
            }
        }
        return least;
    }

    /** Some others than this one, as many as that if there are so many, each once. */
    List<Member> others(long self, int count, Dice dice) {
        var found = new LinkedHashSet<Member>();
        int most = members.isEmpty() ? 0 : ATTEMPTS * count;
        for (int attempt = 0; attempt < most && found.size() < count; attempt++) {
            var drawn = members.get(dice.skewed(members.size()));
            if (drawn.id() != self) {
                found.add(drawn);
            }
        }
        return List.copyOf(found);
    }
}
