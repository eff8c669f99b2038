package broadside.app;

import broadside.account.AccountProblems;
import broadside.account.AccountRoutes;
import broadside.account.Accounts;
import broadside.account.Presence;
import broadside.docs.ApiDocument;
import broadside.docs.DocsRoutes;
import broadside.explore.ExploreRoutes;
import broadside.explore.Rankings;
import broadside.feed.Addresses;
import broadside.feed.Autodiscovery;
import broadside.feed.FeedRoutes;
import broadside.follow.Departures;
import broadside.follow.FollowRoutes;
import broadside.follow.Follows;
import broadside.follow.Unlocked;
import broadside.kit.db.Database;
import broadside.kit.db.DatabaseFailures;
import broadside.kit.db.Wakeups;
import broadside.kit.event.EventReader;
import broadside.kit.event.Listening;
import broadside.kit.http.Corridor;
import broadside.kit.http.Cursors;
import broadside.kit.http.Idempotency;
import broadside.kit.http.Paging;
import broadside.kit.http.Proxies;
import broadside.kit.http.RateLimits;
import broadside.kit.http.Route;
import broadside.kit.http.Traffic;
import broadside.kit.job.Job;
import broadside.kit.mail.Delivery;
import broadside.kit.password.Passwords;
import broadside.moderation.ModerationRoutes;
import broadside.moderation.ReportProblems;
import broadside.moderation.ReportRoutes;
import broadside.moderation.Reports;
import broadside.post.ClosedAccounts;
import broadside.post.MentionRoutes;
import broadside.post.PostListRoutes;
import broadside.post.PostProblems;
import broadside.post.PostRoutes;
import broadside.post.Posts;
import broadside.post.Rendering;
import broadside.post.RevisionRoutes;
import broadside.post.ThreadRoutes;
import broadside.reaction.Leavers;
import broadside.reaction.ReactionRoutes;
import broadside.reaction.Reactions;
import broadside.search.PostSearch;
import broadside.search.SearchRoutes;
import broadside.series.SeriesProblems;
import broadside.series.SeriesRoutes;
import broadside.series.Shelf;
import broadside.session.EmailAddresses;
import broadside.session.EmailRoutes;
import broadside.session.Letters;
import broadside.session.MailPages;
import broadside.session.PasswordChanges;
import broadside.session.PasswordProof;
import broadside.session.PasswordRoutes;
import broadside.session.PersonalTokens;
import broadside.session.Purge;
import broadside.session.RegistrationRoutes;
import broadside.session.Registrations;
import broadside.session.SessionAuthenticator;
import broadside.session.SessionRoutes;
import broadside.session.Sessions;
import broadside.session.TokenRoutes;
import broadside.tag.PopularTags;
import broadside.tag.TagRoutes;
import broadside.tag.Tags;
import broadside.timeline.HomeRoutes;
import broadside.transfer.Imports;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** The object graph of the rooms, put together by hand. Building it reads the class path: not for an event loop. */
public final class Rooms {
    private final Vertx vertx;
    private final Database database;
    private final Clock clock;
    private final Proxies proxies;
    private final RateLimits limits;
    private final Paging paging;
    private final String publicUrl;
    private final Idempotency idempotency;
    private final Accounts accounts;
    private final Presence presence;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final Letters letters;
    private final SessionAuthenticator authenticator;
    private final Registrations registrations;
    private final Posts posts;
    private final Delivery delivery;
    private final Listening listening;
    private final Addresses addresses;
    private final List<Route> routes;

    Rooms(Vertx vertx, Config config, int port, Database database, Secrets secrets, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        publicUrl = config.publicUrl() == null ? "http://localhost:" + port : config.publicUrl();
        proxies = new Proxies(config.trustedProxies());
        limits = new RateLimits(config.rateLimitFactor());
        addresses = new Addresses(publicUrl, config.postUrl());
        paging = new Paging(new Cursors(secrets.cursor()), publicUrl);
        idempotency = new Idempotency(database.db());
        accounts = new Accounts(database.db(), clock);
        presence = new Presence(clock);
        passwords = new Passwords(vertx);
        proof = new PasswordProof(database.reads(), passwords);
        letters = new Letters(publicUrl, config.resetUrl());
        authenticator = new SessionAuthenticator(database.reads(), presence, clock);
        registrations = new Registrations(database.db(), database.reads(), accounts, passwords, proof, letters, clock);
        posts = new Posts(database.db(), clock);
        delivery = new Delivery(database.db(), MailSettings.carrier(vertx, config), config.mailFrom());
        listening = new Listening(
                vertx, new EventReader(database.reads()), new Wakeups(vertx, database.address()), authenticator::hear);
        routes = Stream.of(
                        accountRoutes(),
                        sessionRoutes(),
                        followRoutes(),
                        postRoutes(),
                        seriesRoutes(),
                        tagRoutes(),
                        reactionRoutes(),
                        moderationRoutes(),
                        exploreRoutes(),
                        timelineRoutes(),
                        searchRoutes(),
                        feedRoutes(),
                        docsRoutes())
                .flatMap(List::stream)
                .map(new Autodiscovery(publicUrl)::on)
                .toList();
    }

    private List<Route> accountRoutes() {
        return new AccountRoutes(accounts, database.reads()).routes();
    }

    private List<Route> sessionRoutes() {
        var db = database.db();
        var reads = database.reads();
        var sessions = new Sessions(vertx, db, reads, passwords, limits, clock);
        var addresses = new EmailAddresses(db, accounts, proof, letters, clock);
        var changes = new PasswordChanges(vertx, db, reads, accounts, passwords, proof, letters, clock);
        return Stream.of(
                        new RegistrationRoutes(registrations, reads).routes(),
                        new SessionRoutes(sessions, reads, paging, clock).routes(),
                        new TokenRoutes(new PersonalTokens(db, clock), reads, paging, clock).routes(),
                        new PasswordRoutes(changes, limits).routes(),
                        new EmailRoutes(addresses).routes(),
                        new MailPages(addresses, changes).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> followRoutes() {
        return new FollowRoutes(new Follows(database.db(), clock), database.reads(), paging).routes();
    }

    private List<Route> postRoutes() {
        var reads = database.reads();
        var rendering = new Rendering(vertx, reads, publicUrl);
        return Stream.of(
                        new PostRoutes(posts, reads, rendering, idempotency, clock).routes(),
                        new PostListRoutes(reads, paging).routes(),
                        new ThreadRoutes(database.db(), reads, paging).routes(),
                        new MentionRoutes(reads, paging).routes(),
                        new RevisionRoutes(posts, reads, rendering, idempotency, paging).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> searchRoutes() {
        return new SearchRoutes(search(), database.slowReads(), paging).routes();
    }

    private PostSearch search() {
        return new PostSearch(database.slowReads(), clock);
    }

    private List<Route> seriesRoutes() {
        var shelf = new Shelf(database.db(), clock);
        return new SeriesRoutes(shelf, database.reads(), idempotency, paging).routes();
    }

    private List<Route> tagRoutes() {
        return new TagRoutes(new Tags(database.db(), clock), database.reads(), paging).routes();
    }

    private List<Route> reactionRoutes() {
        var reactions = new Reactions(database.db(), clock);
        return new ReactionRoutes(reactions, database.reads(), paging).routes();
    }

    private List<Route> moderationRoutes() {
        var reports = new Reports(database.db(), clock);
        return Stream.of(
                        new ReportRoutes(reports, idempotency).routes(),
                        new ModerationRoutes(reports, posts, database.reads(), paging).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> exploreRoutes() {
        return new ExploreRoutes(database.reads(), paging).routes();
    }

    private List<Route> timelineRoutes() {
        return new HomeRoutes(database.reads(), paging, clock).routes();
    }

    private List<Route> feedRoutes() {
        return new FeedRoutes(database.reads(), search(), paging, addresses, clock).routes();
    }

    private static List<Route> docsRoutes() {
        return DocsRoutes.load(ApiDocument.load()).routes();
    }

    static DatabaseFailures failures() {
        var constraints = new HashMap<>(AccountProblems.constraints());
        constraints.putAll(PostProblems.constraints());
        constraints.putAll(SeriesProblems.constraints());
        constraints.putAll(ReportProblems.constraints());
        return new DatabaseFailures(constraints);
    }

    /** Every mapped class. */
    public static List<Class<?>> entities() {
        return Stream.of(Accounts.entities(), Sessions.entities(), Posts.entities())
                .flatMap(List::stream)
                .toList();
    }

    /** Every operation there is. */
    public List<Route> routes() {
        return routes;
    }

    Corridor corridor(Traffic traffic) {
        return new Corridor(vertx, routes, authenticator, limits, proxies, traffic);
    }

    List<Job> jobs() {
        var db = database.db();
        var purge = new Purge(db, clock);
        var housekeeping = new Housekeeping(db);
        var popular = new PopularTags(db, clock);
        var closed = new ClosedAccounts(db, accounts, List.of(new Departures(db)::takeBack, new Leavers(db)::takeBack));
        var unlocked = new Unlocked(db, clock);
        return List.of(
                new Job("publishing what is due", Duration.ofSeconds(1), posts::publishDue),
                new Job("accepting who waits for unlocked accounts", Duration.ofSeconds(1), unlocked::accept),
                new Job("ranking tags", Duration.ofSeconds(10), popular::rank),
                new Job("sending mail", Duration.ofSeconds(1), delivery::deliver),
                new Job("removing closed accounts", Duration.ofSeconds(5), closed::remove),
                new Job("ranking what is worth a look", Duration.ofSeconds(5), new Rankings(db, clock)::compute),
                new Job("noting who was seen", Duration.ofSeconds(5), () -> presence.write(db)),
                new Job("noting tokens that were used", Duration.ofSeconds(5), () -> authenticator.writeUses(db)),
                new Job("clearing away what has expired", Duration.ofMinutes(5), purge::run),
                new Job("clearing away old events and answers", Duration.ofMinutes(5), housekeeping::run));
    }

    Listening listening() {
        return listening;
    }

    public Posts posts() {
        return posts;
    }

    public broadside.kit.db.Db db() {
        return database.db();
    }

    public broadside.kit.db.Reads reads() {
        return database.reads();
    }

    public Registrations registrations() {
        return registrations;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Imports imports() {
        return new Imports(database.db(), registrations, posts, clock);
    }

    /** Writes down what is still only noted. */
    io.vertx.core.Future<Void> close() {
        passwords.close();
        return presence.write(database.db()).compose(done -> authenticator.writeUses(database.db()));
    }
}
