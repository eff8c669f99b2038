package broadside.cli.seed;

import broadside.account.Newcomer;
import broadside.cli.intake.Delivery;
import broadside.kit.text.CaseFold;
import broadside.transfer.Outcome;
import broadside.transfer.SeedAccount;
import broadside.transfer.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens accounts, a hundred at a time, and knows them by name afterwards. */
final class Accounts {
    private static final int BATCH = 100;

    /** Somebody and the language she writes. */
    private record Coming(Newcomer newcomer, Language language) {}

    private final Delivery<SeedAccount> delivery;
    private final String hash;
    private final Population population;
    private final Harvest harvest;
    private final List<SeedAccount> batch = new ArrayList<>();
    private final Map<String, Coming> coming = new HashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private @Nullable String first;

    /** @param hash of everybody's password */
    Accounts(Seeds seeds, String hash, Population population, Harvest harvest) {
        this.delivery = new Delivery<>(seeds::accounts, this::take);
        this.hash = hash;
        this.population = population;
        this.harvest = harvest;
    }

    /** @param place where she comes from, which nobody else comes from */
    void open(String place, Newcomer newcomer, Language language) {
        coming.put(place, new Coming(newcomer, language));
        batch.add(new SeedAccount(place, newcomer, hash));
        if (batch.size() == BATCH) {
            finish();
        }
    }

    /** Opens those that wait. */
    void finish() {
        delivery.deliver(List.copyOf(batch));
        batch.clear();
        coming.clear();
    }

    private void take(Outcome outcome) {
        if (!harvest.took(outcome)) {
            return;
        }
        var id = Objects.requireNonNull(outcome.target());
        var came = Objects.requireNonNull(coming.get(outcome.key()));
        var newcomer = came.newcomer();
        harvest.accounts++;
        first = first == null ? newcomer.username() : first;
        ids.put(CaseFold.key(newcomer.username()), id);
        population.add(new Population.Member(id, came.language(), newcomer.since()));
    }

    /** Makes somebody known who is here already. */
    void know(String name, long id) {
        ids.put(CaseFold.key(name), id);
    }

    /** Makes somebody known by another name too, if she came. */
    void alsoCall(String name, String username) {
        var id = id(username);
        if (id != null) {
            know(name, id);
        }
    }

    @Nullable
    Long id(String name) {
        return ids.get(CaseFold.key(name));
    }

    /** The username of who came first; null: nobody. */
    @Nullable
    String first() {
        return first;
    }
}
