package broadside.post;

import broadside.kit.db.Counted;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.session.Profile;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes the viewer may see, newest first. A page goes on to the end of those that came out at the very time of its last. */
public final class NoteQueries {
    /** Even of one time there are no more on a page. */
    private static final int MOST = 1_000;

    /** Not in the words of the index of all notes: for those of one author the planner would join the whole of it. */
    private static final Sql IS_NOTE =
            Sql.of("coalesce(p.title is null, false) and p.parent_id is null and p.status = 'published'");

    private static final Sql PICK = Sql.of("select p.id, body, p.published_at, author_id");
    private static final Sql ORDER = Sql.of("order by p.published_at desc");

    private static final Sql SHOW =
            Sql.of("select p.id, p.body, p.published_at,").then(Profile.COLUMNS);
    private static final Sql BESIDE =
            Sql.of("join account a on a.id = p.author_id").then(Profile.BESIDE);
    private static final Sql ONE = SHOW.then(Sql.of("from visible_post(?) p"))
            .then(BESIDE)
            .then(Sql.of("where"))
            .then(IS_NOTE)
            .then(Sql.of("and p.id = ?"));

    private static final Sql OPEN = SHOW.then(Sql.of("from ("));
    private static final Sql CLOSE = ORDER.then(Sql.of("offset ? fetch first (?) rows with ties) p"))
            .then(BESIDE)
            .then(Sql.of("order by p.published_at desc, p.id desc limit ?"));
    private static final Sql OLDER = Sql.of("and p.published_at < coalesce(?::timestamptz, 'infinity')");
    private static final Sql NOT_OLDER = Sql.of("and p.published_at >= ?::timestamptz");

    /** Walks the index of all notes and looks at one after another, until there are enough: "offset 0" keeps it so. */
    private static final Sql ALL = Sql.of("""
            from (
              select id, published_at from post where status = 'published' and parent_id is null and title is null
              order by published_at desc, id desc) p
            cross join lateral (
              select h.body, h.author_id from heard_post(?) h where h.id = p.id offset 0) heard
            where true""");

    private static final Sql OF_AUTHOR =
            Sql.of("from visible_post(?) p where p.author_id = ? and").then(IS_NOTE);
    /** One author after the other, so that an index gives the newest of each. */
    private static final Sql HOME = Sql.of("""
            from (select ?::bigint as id) as viewer
            cross join lateral (
              select viewer.id as author union all select f.followed_id from follow f where f.follower_id = viewer.id) who
            cross join lateral (
              select p.id, p.body, p.published_at, p.author_id from heard_post(viewer.id) p where p.author_id = who.author and""").then(IS_NOTE);

    private static final Sql EACH = ORDER.then(Sql.of("fetch first (?) rows with ties) p"));

    private static final Sql EACH_COUNTED = Sql.of("limit ?) p");
    private static final Sql COUNTED = Sql.of("limit ?) as counted)");

    private static final Sql TOTAL = Sql.of("select (select count(*) from (select");
    private static final Sql BEFORE = Sql.of("as total, (select count(*) from (select");
    private static final Sql END = Sql.of("as before");

    private NoteQueries() {}

    /** Which notes. */
    public sealed interface Source {
        /** Everybody's but those of accounts the viewer has muted. */
        record Everybody() implements Source {}

        record Author(long id) implements Source {}

        /** The viewer's own and those of whom she follows. */
        record Home() implements Source {}
    }

    /**
     * Which part of them.
     *
     * @param before only what came out before; null: from the newest
     */
    public record Window(@Nullable Instant before, int offset, int limit) {}

    public static Future<Optional<Note>> byId(Reads reads, long viewer, long id) {
        return reads.first(ONE.with(viewer, id), Note::of);
    }

    public static Future<List<Note>> page(Reads reads, long viewer, Source source, Window window) {
        var query = OPEN.with();
        if (source instanceof Source.Home) {
            query.and(PICK.then(HOME), viewer)
                    .and(OLDER, window.before())
                    .and(EACH, (long) window.offset() + window.limit());
        } else {
            from(query.and(PICK), viewer, source).and(OLDER, window.before());
        }
        return reads.list(query.and(CLOSE, window.offset(), window.limit(), MOST), Note::of);
    }

    private static Statement from(Statement query, long viewer, Source source) {
        if (source instanceof Source.Author author) {
            return query.and(OF_AUTHOR, viewer, author.id());
        }
        return query.and(source instanceof Source.Home ? HOME : ALL, viewer);
    }

    /** @param mark what {@link Counted#before} reaches back to, itself included; null: nothing is before */
    public static Future<Counted> count(Reads reads, long viewer, Source source, @Nullable Instant mark) {
        var query = from(TOTAL.with(), viewer, source);
        end(query, source).and(BEFORE);
        from(query, viewer, source).and(NOT_OLDER, mark);
        return reads.first(end(query, source).and(END), row -> new Counted(row.getLong("total"), row.getLong("before")))
                .map(Optional::orElseThrow);
    }

    private static Statement end(Statement query, Source source) {
        return (source instanceof Source.Home ? query.and(EACH_COUNTED, Counted.MOST) : query)
                .and(COUNTED, Counted.MOST);
    }
}
