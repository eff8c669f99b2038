package broadside.post;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts in lists, newest first, one statement each. */
public final class PostLists {
    private static final Sql ANY = Sql.of("where true");
    private static final Sql TAGGED =
            Sql.of("join post_tag t on t.post_id = p.id where t.published_at is not null and t.tag = ?");

    private static final Sql PUBLISHED = Sql.of("and p.status = 'published'");
    private static final Sql NO_REPLY = Sql.of("and p.parent_id is null");
    private static final Sql PUBLIC = Sql.of("and p.visibility = 'public'");
    /** Looked up first, so that the author's index is walked in order. */
    private static final Sql AUTHOR = Sql.of("and p.author_id = (select id from account where username_key = ?)");

    private static final Sql TAG_AUTHOR = Sql.of("and t.author_id = (select id from account where username_key = ?)");

    private static final Sql LANGUAGE = Sql.of("and split_part(p.language, '-', 1) = ?");
    /** Without coalesce the planner takes these for so rare that it sorts what it finds. */
    private static final Sql TAG_LANGUAGE = Sql.of("and coalesce(split_part(p.language, '-', 1) = ?, false)");

    private static final Sql NARROWER = Sql.of("and coalesce(starts_with(p.language || '-', ? || '-'), false)");

    private static final Sql NOTES = Sql.of("and p.title is null");
    private static final Sql ARTICLES = Sql.of("and p.title is not null");

    private static final Sql DRAFTS = Sql.of("and p.status = 'draft'");
    private static final Sql SCHEDULED = Sql.of("and p.status = 'scheduled'");
    private static final Sql DONE = Sql.of("and p.status = 'published'");
    private static final Sql OWN = Sql.of("and p.author_id = viewer.id");
    /** By the post's own time, by the same time in the index of tags, and by the time of writing. */
    private static final Order PUBLICATION = new Order(
            AUTHOR,
            LANGUAGE,
            Sql.of("and p.published_at >= ?"),
            Sql.of("and p.published_at < ?"),
            new Keyset(
                    Sql.of("and (p.published_at, p.id) < (?, ?)"),
                    Sql.of("and (p.published_at, p.id) > (?, ?)"),
                    Sql.of("order by p.published_at desc, p.id desc limit ?"),
                    Sql.of("order by p.published_at, p.id limit ?")));

    private static final Order TAG_PUBLICATION = new Order(
            TAG_AUTHOR,
            TAG_LANGUAGE,
            Sql.of("and t.published_at >= ?"),
            Sql.of("and t.published_at < ?"),
            new Keyset(
                    Sql.of("and (t.published_at, t.post_id) < (?, ?)"),
                    Sql.of("and (t.published_at, t.post_id) > (?, ?)"),
                    Sql.of("order by t.published_at desc, t.post_id desc limit ?"),
                    Sql.of("order by t.published_at, t.post_id limit ?")));

    private static final Keyset CREATION = new Keyset(
            Sql.of("and (p.created_at, p.id) < (?, ?)"),
            Sql.of("and (p.created_at, p.id) > (?, ?)"),
            Sql.of("order by p.created_at desc, p.id desc limit ?"),
            Sql.of("order by p.created_at, p.id limit ?"));

    private PostLists() {}

    private record Order(Sql author, Sql language, Sql since, Sql until, Keyset keyset) {}

    /** Public posts; those of accounts the viewer has muted only where she asks for their author. */
    public static Future<List<PostView>> everybodys(
            Reads reads, PostFilter filter, Request page, @Nullable Long viewer) {
        var view = filter.author() == null ? PostQueries.HEARD_VIEW : PostQueries.VIEW;
        return published(reads, list(view, filter, viewer).and(PUBLIC), filter, page);
    }

    /** The posts of the filter's author that the viewer may see. */
    static Future<List<PostView>> somebodys(Reads reads, PostFilter filter, Request page, @Nullable Long viewer) {
        return published(reads, list(PostQueries.VIEW, filter, viewer), filter, page);
    }

    private static Statement list(Sql view, PostFilter filter, @Nullable Long viewer) {
        return filter.tag() == null
                ? view.then(ANY).with(viewer)
                : view.then(TAGGED).with(viewer, filter.tag());
    }

    private static Future<List<PostView>> published(Reads reads, Statement query, PostFilter filter, Request page) {
        var order = filter.tag() == null ? PUBLICATION : TAG_PUBLICATION;
        (filter.replies() ? query.and(PUBLISHED) : query.and(PUBLISHED).and(NO_REPLY))
                .andIf(filter.author(), order.author())
                .andIf(filter.primaryLanguage(), order.language())
                .andIf(filter.narrowerLanguage(), NARROWER)
                .andIf(filter.since(), order.since())
                .andIf(filter.until(), order.until());
        return page(reads, of(query, filter.kind()), page, order.keyset());
    }

    /** One's own posts of any status, by the time they were begun. */
    static Future<List<PostView>> own(
            Reads reads, @Nullable Status status, @Nullable Kind kind, Request page, long viewer) {
        return page(reads, of(of(PostQueries.VIEW.then(ANY).with(viewer).and(OWN), status), kind), page, CREATION);
    }

    private static Future<List<PostView>> page(Reads reads, Statement query, Request page, Keyset keyset) {
        return reads.list(page.window(query, keyset), PostQueries::view);
    }

    /** In words the compiler knows, since indexes are made for them. */
    private static Statement of(Statement query, @Nullable Status status) {
        if (status == null) {
            return query;
        }
        return switch (status) {
            case DRAFT -> query.and(DRAFTS);
            case SCHEDULED -> query.and(SCHEDULED);
            case PUBLISHED -> query.and(DONE);
        };
    }

    private static Statement of(Statement query, @Nullable Kind kind) {
        if (kind == null) {
            return query;
        }
        return switch (kind) {
            case NOTE -> query.and(NOTES);
            case ARTICLE -> query.and(ARTICLES);
        };
    }
}
