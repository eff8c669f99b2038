package broadside.kit.http;

import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.kit.http.Cursors.Position;
import broadside.kit.json.JsonWriter;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging, newest first. A list's query gets the rows after (or before) a position and one more than asked for, which tells
 * whether there is another page.
 */
public final class Paging {
    private final Cursors cursors;
    private final String publicUrl;

    /** @param publicUrl where clients reach the API, without a slash at the end */
    public Paging(Cursors cursors, String publicUrl) {
        this.cursors = cursors;
        this.publicUrl = publicUrl;
    }

    /**
     * Which page of which list is asked for.
     *
     * @param list  path and filters in canonical form; a cursor of another list is refused
     * @param limit rows on the page
     * @param from  null: from the newest on
     */
    public record Request(String list, int limit, @Nullable Position from) {
        public boolean backwards() {
            return from != null && from.backwards();
        }

        /** Ends a query: the rows past the position, in order, one more than the page has. */
        public Statement window(Statement query, Keyset keyset) {
            if (from != null) {
                query.and(backwards() ? keyset.newer() : keyset.older(), from.at(), from.id());
            }
            return query.and(backwards() ? keyset.ascending() : keyset.descending(), limit + 1);
        }
    }

    /**
     * Which page is asked for of a list whose places are of a kind of its own.
     *
     * @param from what {@link #answer(Sealed, List, byte[], BiConsumer)} was given for the page before; null: from the beginning
     */
    public record Sealed(String list, int limit, @Nullable ByteBuffer from) {}

    /** The pieces of SQL that order a list by a time and an id. */
    public record Keyset(Sql older, Sql newer, Sql descending, Sql ascending) {}

    /** The page a request asks for; parameters {@code limit} and {@code cursor}. Checks the whole query string. */
    public Request request(Call call, Query query) {
        var limit = query.limit();
        var cursor = query.text("cursor");
        query.done();
        var list = listOf(call.request());
        return new Request(list, limit, cursor == null ? null : cursors.decode(list, cursor));
    }

    /** The same for a list with places of its own kind. */
    public Sealed sealed(Call call, Query query) {
        var limit = query.limit();
        var cursor = query.text("cursor");
        query.done();
        var list = listOf(call.request());
        return new Sealed(list, limit, cursor == null ? null : cursors.open(list, cursor));
    }

    private static String listOf(HttpServerRequest request) {
        var filters = new TreeMap<String, String>();
        Address.parameters(request).forEach(parameter -> filters.put(parameter.getKey(), parameter.getValue()));
        filters.keySet().removeAll(List.of("cursor", "limit"));
        return request.path()
                + filters.entrySet().stream()
                        .map(filter -> encode(filter.getKey()) + "=" + encode(filter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Rows of a page with cursors both ways.
     *
     * @param next null on the last page
     * @param prev leads to what is newer than this page, now or later; null only where there is nothing at all
     */
    public record Page<T>(
            List<T> rows, @Nullable String next, @Nullable String prev) {}

    /** The page out of what a query ended by {@link Request#window} found. */
    public <T> Page<T> page(Request request, List<T> found, Function<T, Position> place) {
        var rows = new ArrayList<>(found.subList(0, Math.min(found.size(), request.limit())));
        var more = found.size() > request.limit();
        if (request.backwards()) {
            Collections.reverse(rows);
        }
        var next = rows.isEmpty() || (!request.backwards() && !more)
                ? null
                : cursor(request, place.apply(rows.get(rows.size() - 1)), false);
        var prev = rows.isEmpty() ? again(request) : cursor(request, place.apply(rows.get(0)), true);
        return new Page<>(rows, next, prev);
    }

    /** The whole address of a page of the same list; without a cursor, of the first. */
    public String address(Request request, @Nullable String cursor) {
        var parameters = new ArrayList<String>();
        if (request.limit() != Query.DEFAULT_LIMIT) {
            parameters.add("limit=" + request.limit());
        }
        if (cursor != null) {
            parameters.add("cursor=" + cursor);
        }
        var list = publicUrl + request.list();
        var all = String.join("&", parameters);
        return list.endsWith("?") ? (list + all).replaceFirst("\\?$", "") : list + (all.isEmpty() ? "" : "&" + all);
    }

    /** The cursor that led to this page; null: none did. */
    public @Nullable String here(Request request) {
        var from = request.from();
        return from == null ? null : cursors.encode(request.list(), from);
    }

    /** The answer: a page with its cursors. */
    public <T> Answer answer(
            Request request, List<T> found, Function<T, Position> place, BiConsumer<JsonWriter, T> encoder) {
        var page = page(request, found, place);
        var next = page.next();
        var prev = page.prev();
        var answer = Answer.json(200, json -> json.objects("data", page.rows(), encoder)
                .object("page", cursors -> cursors.text("next", next).text("prev", prev)));
        var links = links(request, next, prev);
        return (links.isEmpty() ? answer : answer.with("Link", links)).tagged();
    }

    /**
     * A page of a list with places of its own kind, which is read forwards only.
     *
     * @param next where it goes on; null: nowhere
     */
    public <T> Answer answer(Sealed request, List<T> rows, byte @Nullable [] next, BiConsumer<JsonWriter, T> encoder) {
        var cursor = next == null ? null : cursors.seal(request.list(), next);
        var answer = Answer.json(200, json -> json.objects("data", rows, encoder)
                .object("page", page -> page.text("next", cursor).text("prev", null)));
        var linked =
                cursor == null ? answer : answer.with("Link", link(request.list(), request.limit(), cursor, "next"));
        return linked.tagged();
    }

    private @Nullable String again(Request request) {
        var from = request.from();
        return from == null ? null : cursor(request, from, true);
    }

    private String cursor(Request request, Position at, boolean backwards) {
        return cursors.encode(request.list(), new Position(at.at(), at.id(), backwards, backwards ? null : at.asOf()));
    }

    /** Web links (RFC 8288) to the pages around this one. */
    private String links(Request request, @Nullable String next, @Nullable String prev) {
        var links = new ArrayList<String>();
        if (next != null) {
            links.add(link(request.list(), request.limit(), next, "next"));
        }
        if (prev != null) {
            links.add(link(request.list(), request.limit(), prev, "prev"));
        }
        return String.join(", ", links);
    }

    private String link(String list, int limit, String cursor, String relation) {
        var filters = list.endsWith("?") ? list : list + "&";
        return "<" + publicUrl + filters + "limit=" + limit + "&cursor=" + cursor + ">; rel=\"" + relation + "\"";
    }

    /** A position to continue after. */
    public static Position at(Instant time, long id) {
        return new Position(time, id, false);
    }
}
