package broadside.transfer;

import broadside.kit.db.Tx;
import broadside.kit.json.Times;
import broadside.kit.text.LanguageTag;
import broadside.post.Arrival;
import broadside.post.FormerPost;
import broadside.post.Posts;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts become notes, in the same order. */
final class PostIntake implements Intake<SourcePost> {
    private final Ledger ledger;
    private final Posts posts;
    private final Clock clock;

    PostIntake(Ledger ledger, Posts posts, Clock clock) {
        this.ledger = ledger;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.POST;
    }

    @Override
    public Future<List<Outcome>> take(Tx tx, List<SourcePost> fresh) {
        return ledger.accounts(tx, People.in(fresh.stream().map(SourcePost::author)))
                .compose(accounts -> ledger.claim(tx, accounts.values())
                        .compose(claimed -> Intake.inTurn(fresh, post -> take(tx, post, accounts))));
    }

    private Future<Outcome> take(Tx tx, SourcePost post, Map<Long, Long> accounts) {
        var missing = People.missing("author", post.author(), accounts);
        var fault = missing.or(() -> Written.fault(post.text(), FormerPost.LONGEST));
        return fault.isPresent()
                ? Future.succeededFuture(Outcome.skipped(post, fault.get()))
                : publish(tx, post, People.account(post.author(), accounts));
    }

    private Future<Outcome> publish(Tx tx, SourcePost post, long author) {
        var changes = new ArrayList<String>();
        var at = Written.at(post.at(), clock.instant(), changes);
        var language = language(post.language(), changes);
        var former = FormerPost.of(String.valueOf(post.text()), language, Times.stored(at));
        if (former.isArticle()) {
            changes.add("is too long for a note, is an article with its beginning as title");
        }
        var id = ledger.rehearsal()
                ? Future.succeededFuture(0L)
                : posts.publishAgain(tx, author, former, null).map(Arrival::id);
        return id.map(target -> Outcome.taken(post, target, changes));
    }

    private static @Nullable String language(@Nullable String tag, List<String> changes) {
        if (tag == null || tag.isEmpty()) {
            return null;
        }
        var canonical = LanguageTag.canonical(tag);
        if (canonical == null) {
            changes.add("had a language that is none, has no language");
        }
        return canonical;
    }
}
