package broadside.search;

import broadside.kit.db.Reads;
import broadside.kit.http.Cursors.Position;
import broadside.kit.json.Times;
import broadside.post.PostFilter;
import broadside.post.PostView;
import broadside.search.PostHits.Found;
import broadside.search.SearchPlace.Ranked;
import broadside.search.SearchPlace.Spot;
import broadside.search.SearchPlace.Timed;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages of posts with words in them, one statement each. */
public final class PostSearch {
    private final Reads reads;
    private final Clock clock;

    /** @param reads for what may take a while */
    public PostSearch(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** @param next where it goes on; null: nowhere */
    record Page(List<PostHit> hits, @Nullable SearchPlace next) {}

    /** The best first among the newest, then older ones by time. */
    Future<Page> page(Wanted wanted, @Nullable SearchPlace place, int limit) {
        if (place instanceof Timed timed) {
            return PostHits.newest(reads, wanted, timed.last(), limit).map(found -> timed(found, limit));
        }
        if (place instanceof Ranked ranked) {
            return PostHits.nextBest(reads, wanted, ranked, limit)
                    .map(found -> ranked(found, ranked.asked(), ranked.lowest(), ranked.more(), limit));
        }
        var asked = Times.stored(clock.instant());
        return PostHits.best(reads, wanted, asked, limit).map(found -> first(found, asked, limit));
    }

    /**
     * The newest public posts with words in them, for everybody, by time.
     *
     * @param from where to go on after; null: from the newest on
     * @return one more than the limit where there are as many
     */
    public Future<List<PostView>> newest(String typed, @Nullable Position from, int limit) {
        var before = from == null ? Spot.latest(Times.stored(clock.instant())) : new Spot(from.at(), from.id());
        return PostHits.newest(reads, new Wanted(typed, PostFilter.ANY, null), before, limit)
                .map(found -> found.hits().stream().map(PostHit::post).toList());
    }

    private static Page first(Found found, Instant asked, int limit) {
        return ranked(found, asked, found.more() ? found.lowest() : Spot.EARLIEST, found.more(), limit);
    }

    private static Page ranked(Found found, Instant asked, Spot lowest, boolean more, int limit) {
        var hits = found.hits();
        if (hits.size() > limit) {
            var last = hits.get(limit - 1);
            return new Page(hits.subList(0, limit), new Ranked(asked, lowest, more, last.score(), spot(last)));
        }
        return new Page(hits, more ? new Timed(lowest) : null);
    }

    private static Page timed(Found found, int limit) {
        var hits = found.hits();
        return hits.size() > limit
                ? new Page(hits.subList(0, limit), new Timed(spot(hits.get(limit - 1))))
                : new Page(hits, null);
    }

    private static Spot spot(PostHit hit) {
        return new Spot(
                Objects.requireNonNull(hit.post().publishedAt()), hit.post().id());
    }
}
