package broadside.cli.seed;

import broadside.account.AccountQueries;
import broadside.cli.intake.Delivery;
import broadside.cli.progress.Progress;
import broadside.kit.db.Reads;
import broadside.kit.text.CaseFold;
import broadside.post.FormerPost;
import broadside.transfer.SeedFollows;
import broadside.transfer.Seeds;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings everything there was an order for, one kind after the other. */
public final class Sowing {
    private static final int BATCH = 100;
    private static final int REPLIES = 25;
    private static final int ARTICLES = 8;
    private static final int IN_ANOTHER_LANGUAGE = 10;

    private final Order order;
    private final Seeds seeds;
    private final Reads reads;
    private final Year year;
    private final Dice dice;
    private final Languages languages = Languages.packed();
    private final Population population = new Population();
    private final Harvest harvest = new Harvest();
    private final People people;
    private final Accounts accounts;
    private final Posts posts;

    /**
     * What is wanted.
     *
     * @param accounts to be made up
     * @param posts    to be made up
     * @param follows  how many each follows
     * @param file     of JSON lines to bring; null: none
     * @param seed     the same number, the same people and texts
     */
    public record Order(
            int accounts, int posts, int follows, @Nullable Path file, long seed) {}

    /**
     * @param newest id of the account that came last before these; 0: none
     * @param hash   of everybody's password
     */
    public Sowing(Order order, Seeds seeds, Reads reads, Clock clock, long newest, String hash) {
        this.order = order;
        this.seeds = seeds;
        this.reads = reads;
        this.year = new Year(clock.instant());
        this.dice = new Dice(order.seed());
        people = new People(newest, year, dice);
        accounts = new Accounts(seeds, hash, population, harvest);
        posts = new Posts(seeds, population, year, dice, harvest);
    }

    /** The username of who came first; null: nobody came. */
    public @Nullable String first() {
        return accounts.first();
    }

    /** Blocks until all is there. */
    public Harvest run() {
        var file = order.file() == null ? null : SeedFile.of(order.file());
        var lines = new AccountLines(people, accounts, languages.pick(dice), harvest);
        if (file != null) {
            file.read(lines);
            accounts.finish();
            bringAuthors(lines);
        }
        makeUpAccounts(lines.isAnonymous() && order.accounts() == 0 ? BATCH / 2 : order.accounts());
        follow();
        if (file != null) {
            publish(file, lines.posts());
        }
        makeUpPosts();
        return harvest;
    }

    /** Those of the file who have no account yet get one. */
    private void bringAuthors(AccountLines lines) {
        var strangers = strangers(lines.authors());
        for (int next = 0; next < strangers.size(); next += BATCH) {
            var some = strangers.subList(next, Math.min(strangers.size(), next + BATCH));
            await(AccountQueries.ids(reads, some)).forEach(accounts::know);
        }
        var usernames = new LinkedHashMap<String, String>();
        for (var name : strangers(strangers)) {
            var newcomer = people.called(name);
            if (newcomer != null) {
                usernames.put(name, newcomer.username());
                accounts.open("author " + name, newcomer, languages.pick(dice));
            }
        }
        accounts.finish();
        usernames.forEach(accounts::alsoCall);
    }

    /** Those of these names who are nobody yet, of several spellings of one name the first. */
    private List<String> strangers(Collection<String> names) {
        var byKey = new LinkedHashMap<String, String>();
        names.stream()
                .filter(name -> accounts.id(name) == null)
                .forEach(name -> byKey.putIfAbsent(CaseFold.key(name), name));
        return List.copyOf(byKey.values());
    }

    private void makeUpAccounts(int count) {
        try (Progress progress = Progress.of("accounts", count)) {
            for (int number = 0; number < count; number++) {
                var language = languages.pick(dice);
                accounts.open(
                        "account " + (number + 1), people.madeUp(language, year.arrival(number, count)), language);
                progress.step(1);
            }
            accounts.finish();
        }
    }

    private void follow() {
        var delivery = new Delivery<SeedFollows>(seeds::follows, harvest::took);
        try (Progress progress = Progress.of("follows", population.size())) {
            for (int next = 0; next < population.size(); next += BATCH) {
                var batch = new ArrayList<SeedFollows>();
                for (int number = next; number < Math.min(population.size(), next + BATCH); number++) {
                    follow(population.get(number), batch);
                }
                delivery.deliver(batch);
                progress.step(BATCH);
            }
        }
    }

    private void follow(Population.Member member, List<SeedFollows> batch) {
        var followed = population.others(member.id(), order.follows(), dice).stream()
                .map(Population.Member::id)
                .toList();
        if (!followed.isEmpty()) {
            harvest.follows += followed.size();
            batch.add(new SeedFollows(member.id(), followed, year.soonAfter(member.since(), dice)));
        }
    }

    private void publish(SeedFile file, long all) {
        try (Progress progress = Progress.of("posts", all)) {
            var lines = new PostLines(posts, accounts, population, year, dice, harvest, Math.max(1, all));
            file.read(lines);
            posts.finish();
            progress.step(all);
        }
    }

    private void makeUpPosts() {
        var texts = new Texts(dice);
        try (Progress progress = Progress.of("posts", order.posts())) {
            for (int number = 0; number < order.posts(); number++) {
                makeUpPost(number, texts);
                progress.step(1);
            }
            posts.finish();
        }
    }

    private void makeUpPost(int number, Texts texts) {
        var at = year.publication(number, order.posts(), dice);
        var author = population.someone(at, dice);
        var language = dice.chance(IN_ANOTHER_LANGUAGE) ? languages.pick(dice) : author.language();
        var parent = dice.chance(REPLIES) ? posts.answerable() : null;
        var members = parent != null
                ? texts.reply(language)
                : dice.chance(ARTICLES) ? texts.article(language) : texts.note(language);
        var post = FormerPost.read(members.put("publishedAt", at.toString()), year.now());
        var plan = new Planned(author.id(), at, parent == null ? 0 : parent.depth() + 1);
        posts.publish("post " + (number + 1), plan, post, parent);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
