package broadside.timeline;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Cursors.Position;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.json.Times;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The home timeline over HTTP. */
public final class HomeRoutes {
    private final Reads reads;
    private final Paging paging;
    private final Clock clock;

    public HomeRoutes(Reads reads, Paging paging, Clock clock) {
        this.reads = reads;
        this.paging = paging;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/me/timeline", this::home).parameters("replies", "limit", "cursor"));
    }

    private Future<Answer> home(Call call) {
        var query = call.query();
        var replies = query.flag("replies");
        var page = paging.request(call, query);
        var now = Times.stored(clock.instant());
        return HomeQueries.page(reads, Viewer.of(call).id(), replies, page).map(entries -> answer(page, entries, now));
    }

    private Answer answer(Paging.Request page, List<TimelineEntry> entries, Instant now) {
        var asOf = asOf(page, entries, now);
        return paging.answer(
                page,
                entries,
                entry -> new Position(entry.at(), entry.id(), false, asOf),
                (json, entry) -> entry.write(json));
    }

    /** The pages after the first go on from what there was then: until now, and what another node's clock has put later. */
    private static Instant asOf(Paging.Request page, List<TimelineEntry> entries, Instant now) {
        var from = page.from();
        var before = from == null ? null : from.asOf();
        return before != null
                ? before
                : entries.stream()
                        .map(TimelineEntry::at)
                        .filter(now::isBefore)
                        .max(Instant::compareTo)
                        .orElse(now);
    }
}
