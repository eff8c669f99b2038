package broadside.cli.seed;

import broadside.cli.intake.Delivery;
import broadside.post.FormerPost;
import broadside.reaction.FormerLikes.Like;
import broadside.transfer.Outcome;
import broadside.transfer.SeedLikes;
import broadside.transfer.SeedPost;
import broadside.transfer.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes posts, a hundred at a time, and lets some people like them. */
final class Posts {
    private static final int BATCH = 100;
    private static final int LIKED_BY_MANY = 20;
    private static final int MANY = 14;
    private static final int FEW = 3;

    private final Delivery<SeedPost> delivery;
    private final Delivery<SeedLikes> likes;
    private final Population population;
    private final Year year;
    private final Dice dice;
    private final Harvest harvest;
    private final Recent recent = new Recent();
    private final List<SeedPost> batch = new ArrayList<>();
    private final Map<String, Planned> planned = new HashMap<>();
    private final List<SeedLikes> liked = new ArrayList<>();

    Posts(Seeds seeds, Population population, Year year, Dice dice, Harvest harvest) {
        this.delivery = new Delivery<>(seeds::posts, this::take);
        this.likes = new Delivery<>(seeds::likes, harvest::took);
        this.population = population;
        this.year = year;
        this.dice = dice;
        this.harvest = harvest;
    }

    /** One that somebody may answer; null: none yet. */
    Recent.@Nullable Kept answerable() {
        return recent.pick(dice);
    }

    /** @param place where it comes from, which nothing else comes from */
    void publish(String place, Planned plan, FormerPost post, Recent.@Nullable Kept parent) {
        planned.put(place, plan);
        batch.add(new SeedPost(place, plan.author(), post, parent == null ? null : parent.id()));
        if (batch.size() == BATCH) {
            finish();
        }
    }

    /** Publishes those that wait. */
    void finish() {
        delivery.deliver(List.copyOf(batch));
        likes.deliver(List.copyOf(liked));
        batch.clear();
        planned.clear();
        liked.clear();
    }

    private void take(Outcome outcome) {
        if (!harvest.took(outcome)) {
            return;
        }
        long id = Objects.requireNonNull(outcome.target());
        var plan = Objects.requireNonNull(planned.get(outcome.key()));
        harvest.posts++;
        recent.add(id, plan.depth());
        like(id, plan);
    }

    private void like(long id, Planned plan) {
        var count = dice.below(dice.chance(LIKED_BY_MANY) ? MANY : FEW);
        var given = population.others(plan.author(), count, dice).stream()
                .map(fan -> new Like(id, fan.id(), plan.author(), year.soonAfter(plan.at(), dice)))
                .toList();
        if (!given.isEmpty()) {
            harvest.likes += given.size();
            liked.add(new SeedLikes(id, given));
        }
    }
}
