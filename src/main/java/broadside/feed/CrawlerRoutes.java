package broadside.feed;

import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.post.PublicPosts;
import broadside.post.PublicPosts.Dated;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What crawlers ask for. It has no viewer: whoever asks, it is the same. */
public final class CrawlerRoutes {
    private final Reads reads;
    private final Addresses addresses;
    private final Clock clock;
    private final Answer robots;

    /** @param reads for what may take a while */
    public CrawlerRoutes(Reads reads, Addresses addresses, Clock clock) {
        this.reads = reads;
        this.addresses = addresses;
        this.clock = clock;
        robots = Answer.of(200, Robots.MEDIA_TYPE, Robots.of(addresses)).tagged();
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/robots.txt", call -> Future.succeededFuture(robots)).open(),
                Route.get("/sitemap.xml", this::index).open(),
                Route.get("/sitemap-{part}.xml", this::part).open());
    }

    private Future<Answer> index(Call call) {
        return PublicPosts.parts(reads, Sitemap.MOST_PARTS)
                .map(parts -> Answer.of(200, Sitemap.MEDIA_TYPE, Sitemap.index(addresses, parts))
                        .tagged());
    }

    private Future<Answer> part(Call call) {
        return PublicPosts.part(reads, call.id("part")).map(this::part);
    }

    private Answer part(List<Dated> posts) {
        var changed =
                posts.stream().map(Dated::changedAt).max(Instant::compareTo).orElseThrow(Problem::notFound);
        var answer = Answer.of(200, Sitemap.MEDIA_TYPE, Sitemap.part(addresses, posts))
                .tagged();
        return Freshness.dated(answer, changed, clock);
    }
}
