package broadside.post;

import broadside.kit.db.Reads;
import broadside.kit.text.Markdown;
import broadside.kit.text.Mentions;
import broadside.kit.text.WellFormed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Makes HTML of Markdown before a transaction begins; long texts off the event loop. */
public final class Rendering {
    private static final int SHORT = 4_000;

    private final Vertx vertx;
    private final Reads reads;
    private final String publicUrl;

    /**
     * Renders something right away, which loads what it takes: not for an event loop.
     *
     * @param publicUrl where clients reach the API; whoever is mentioned has an address there
     */
    public Rendering(Vertx vertx, Reads reads, String publicUrl) {
        this.vertx = vertx;
        this.reads = reads;
        this.publicUrl = publicUrl;
        Markdown.render("*");
        Mentions.in("@name").names();
    }

    /** A text and what is shown of it. */
    record Manuscript(PostText text, Rendition rendition) {}

    Future<Manuscript> of(PostText text, long author) {
        return render(text.body(), author).map(rendition -> new Manuscript(text, rendition));
    }

    /** @param body what stands for the body in a request; nothing is made of what can be none */
    Future<@Nullable Rendition> of(@Nullable Object body, long author) {
        return body instanceof String source && WellFormed.codePoints(source) <= PostText.ARTICLE
                ? render(source, author).map(rendition -> rendition)
                : Future.succeededFuture(null);
    }

    private Future<Rendition> render(String source, long author) {
        var rendition = Mentions.maybeIn(source)
                ? work(source, () -> Mentions.in(source)).compose(mentions -> link(source, mentions, author))
                : work(source, () -> new Rendition(Markdown.render(source), List.of()));
        return rendition.map(Rendition::shown);
    }

    private Future<Rendition> link(String source, Mentions mentions, long author) {
        return Mentioned.find(reads, mentions.names(), author)
                .compose(people -> work(source, () -> people.in(mentions, publicUrl)));
    }

    private <T> Future<T> work(String source, Callable<T> work) {
        return source.length() <= SHORT
                ? Future.future(done -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception failure) {
                        done.fail(failure);
                    }
                })
                : vertx.executeBlocking(work, false);
    }
}
