package broadside.app;

import broadside.account.AccountRoutes;
import broadside.docs.ApiDocument;
import broadside.docs.DocsRoutes;
import broadside.explore.ExploreRoutes;
import broadside.feed.Autodiscovery;
import broadside.feed.CrawlerRoutes;
import broadside.feed.FeedRoutes;
import broadside.feed.WellKnownRoutes;
import broadside.follow.FollowRoutes;
import broadside.follow.Follows;
import broadside.kit.http.Dialect;
import broadside.kit.http.Route;
import broadside.moderation.ModerationRoutes;
import broadside.moderation.ReportRoutes;
import broadside.moderation.Reports;
import broadside.post.MentionRoutes;
import broadside.post.PostListRoutes;
import broadside.post.PostRoutes;
import broadside.post.RevisionRoutes;
import broadside.post.ThreadRoutes;
import broadside.reaction.ReactionRoutes;
import broadside.reaction.Reactions;
import broadside.search.PostSearch;
import broadside.search.SearchRoutes;
import broadside.series.SeriesRoutes;
import broadside.series.Shelf;
import broadside.session.EmailAddresses;
import broadside.session.EmailRoutes;
import broadside.session.MailPages;
import broadside.session.PasswordRoutes;
import broadside.session.PersonalTokens;
import broadside.session.RegistrationRoutes;
import broadside.session.SessionRoutes;
import broadside.session.TokenRoutes;
import broadside.tag.TagRoutes;
import broadside.tag.Tags;
import broadside.timeline.HomeRoutes;
import java.util.List;
import java.util.stream.Stream;

/** Every operation of our own API, with what it needs. */
final class Operations {
    private final Parts parts;
    private final List<Dialect> others;

    /** @param others APIs of others, which the docs page shows too */
    Operations(Parts parts, List<Dialect> others) {
        this.parts = parts;
        this.others = others;
    }

    List<Route> routes() {
        return Stream.of(
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
                .map(new Autodiscovery(parts.publicUrl)::on)
                .toList();
    }

    private List<Route> accountRoutes() {
        return new AccountRoutes(parts.accounts, parts.standing, parts.reads).routes();
    }

    private List<Route> sessionRoutes() {
        var emails = new EmailAddresses(parts.db, parts.accounts, parts.proof, parts.letters, parts.clock);
        return Stream.of(
                        new RegistrationRoutes(parts.registrations, parts.reads).routes(),
                        new SessionRoutes(parts.sessions, parts.reads, parts.paging, parts.clock).routes(),
                        new TokenRoutes(
                                        new PersonalTokens(parts.db, parts.clock),
                                        parts.reads,
                                        parts.paging,
                                        parts.clock)
                                .routes(),
                        new PasswordRoutes(parts.changes, parts.limits).routes(),
                        new EmailRoutes(emails).routes(),
                        new MailPages(emails, parts.changes).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> followRoutes() {
        return new FollowRoutes(new Follows(parts.db, parts.clock), parts.reads, parts.paging).routes();
    }

    private List<Route> postRoutes() {
        return Stream.of(
                        new PostRoutes(parts.posts, parts.reads, parts.rendering, parts.idempotency, parts.clock)
                                .routes(),
                        new PostListRoutes(parts.reads, parts.paging).routes(),
                        new ThreadRoutes(parts.db, parts.reads, parts.paging).routes(),
                        new MentionRoutes(parts.reads, parts.paging).routes(),
                        new RevisionRoutes(parts.posts, parts.reads, parts.rendering, parts.idempotency, parts.paging)
                                .routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> searchRoutes() {
        return new SearchRoutes(search(), parts.database.slowReads(), parts.paging).routes();
    }

    private PostSearch search() {
        return new PostSearch(parts.database.slowReads(), parts.clock);
    }

    private List<Route> seriesRoutes() {
        var shelf = new Shelf(parts.db, parts.clock);
        return new SeriesRoutes(shelf, parts.reads, parts.idempotency, parts.paging).routes();
    }

    private List<Route> tagRoutes() {
        return new TagRoutes(new Tags(parts.db, parts.clock), parts.reads, parts.paging).routes();
    }

    private List<Route> reactionRoutes() {
        var reactions = new Reactions(parts.db, parts.clock);
        return new ReactionRoutes(reactions, parts.reads, parts.paging).routes();
    }

    private List<Route> moderationRoutes() {
        var reports = new Reports(parts.db, parts.clock);
        return Stream.of(
                        new ReportRoutes(reports, parts.idempotency).routes(),
                        new ModerationRoutes(reports, parts.posts, parts.reads, parts.paging).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> exploreRoutes() {
        return new ExploreRoutes(parts.reads, parts.paging).routes();
    }

    private List<Route> timelineRoutes() {
        return new HomeRoutes(parts.reads, parts.paging, parts.clock).routes();
    }

    private List<Route> feedRoutes() {
        return Stream.of(
                        new FeedRoutes(parts.reads, search(), parts.paging, parts.addresses, parts.clock).routes(),
                        new CrawlerRoutes(parts.database.slowReads(), parts.addresses, parts.clock).routes(),
                        new WellKnownRoutes(parts.reads, parts.addresses, parts.securityContact, parts.clock).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> docsRoutes() {
        var prefixes = others.stream().map(Dialect::prefix).toList();
        return DocsRoutes.load(ApiDocument.ofNative(), prefixes).routes();
    }
}
