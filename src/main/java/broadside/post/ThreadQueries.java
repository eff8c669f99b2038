package broadside.post;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.kit.http.Paging.Sealed;
import broadside.post.ThreadPart.Seen;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Threads to be shown: two statements, whatever their size. */
final class ThreadQueries {
    /** Of a post that is gone its replies know where it stood. */
    private static final Sql PATH = Sql.of("""
            select path from (select coalesce(
              (select array_append(ancestors, id) from post where id = ?),
              (select ancestors from post where parent_id = ? limit 1))) as place (path) where path is not null""");

    private static final Sql ABOVE = PostQueries.VIEW.then(Sql.of("where p.id = any (?::bigint[])"));
    private static final Sql BELOW = PostQueries.HEARD_VIEW.then(Sql.of("""
            where p.parent_id is not null and p.status = 'published' and cardinality(p.ancestors) <= ?
            and array_append(p.ancestors, p.id) > ?::bigint[] and array_append(p.ancestors, p.id) < ?::bigint[]
            order by array_append(p.ancestors, p.id) limit ?"""));
    private static final Sql BOTH =
            Sql.of("(").then(ABOVE).then(Sql.of(") union all (")).then(BELOW).then(Sql.of(")"));

    private static final Sql ANSWERS =
            PostQueries.HEARD_VIEW.then(Sql.of("where p.parent_id = ? and p.status = 'published'"));
    private static final Keyset PUBLICATION = new Keyset(
            Sql.of("and (p.published_at, p.id) < (?, ?)"),
            Sql.of("and (p.published_at, p.id) > (?, ?)"),
            Sql.of("order by p.published_at desc, p.id desc limit ?"),
            Sql.of("order by p.published_at, p.id limit ?"));

    private ThreadQueries() {}

    /** The thread around a post; empty where nothing of it can be seen. */
    static Future<ThreadPart> around(Reads reads, long id, Sealed page, @Nullable Long viewer) {
        return reads.first(PATH.with(id, id), row -> row.getArrayOfLongs("path"))
                .compose(found -> found.map(path -> below(reads, List.of(path), page, viewer))
                        .orElseGet(() -> Future.succeededFuture(new ThreadPart(List.of(), false))));
    }

    private static Future<ThreadPart> below(Reads reads, List<Long> path, Sealed page, @Nullable Long viewer) {
        var from = page.from();
        var first = from == null;
        var below = from == null ? List.<Long>of() : ThreadPlace.path(from);
        var after = Stream.concat(path.stream(), below.stream()).toList();
        int depth = path.size() - 1;
        var query = BOTH.with(
                viewer,
                array(first ? path : List.of()),
                viewer,
                depth + ThreadPlace.DEEPEST,
                array(after),
                array(end(path)),
                page.limit() + 1);
        return reads.list(query, ThreadQueries::seen)
                .map(found -> ThreadPart.of(found, first ? List.of() : after, depth, page.limit()));
    }

    private static Object array(List<Long> path) {
        return path.toArray(Long[]::new);
    }

    /** The first path that is not below this one. */
    private static List<Long> end(List<Long> path) {
        var end = new ArrayList<>(path);
        end.set(path.size() - 1, path.get(path.size() - 1) + 1);
        return end;
    }

    private static Seen seen(Row row) {
        var ancestors = Stream.of(row.getArrayOfLongs("ancestors"));
        return new Seen(Stream.concat(ancestors, Stream.of(row.getLong("id"))).toList(), PostQueries.view(row));
    }

    /** What answers a post directly, newest first. */
    static Future<List<PostView>> replies(Reads reads, long id, Request page, @Nullable Long viewer) {
        var query = ANSWERS.with(viewer, id);
        return reads.list(page.window(query, PUBLICATION), PostQueries::view);
    }
}
