package broadside.app;

import broadside.dialect.microblog.Cookies;
import broadside.dialect.microblog.Doors;
import broadside.dialect.microblog.Microblog;
import broadside.dialect.microblog.Origins;
import broadside.dialect.microblog.Providers;
import broadside.follow.Follows;
import broadside.kit.http.Dialect;
import broadside.post.Notes;
import broadside.session.ProviderSignIns;
import broadside.session.TokenPairs;

/** Puts the microblog API together. */
final class MicroblogApi {
    private MicroblogApi() {}

    static Dialect of(Parts parts) {
        return new Microblog(
                doors(parts), parts.authenticator, new Origins(parts.config.corsOrigins(), parts.publicUrl));
    }

    private static Doors doors(Parts parts) {
        var settings = parts.config.microblog();
        return new Doors(
                parts.registrations,
                new TokenPairs(parts.db, parts.sessions, parts.clock),
                parts.identities,
                parts.proof,
                parts.changes,
                new ProviderSignIns(parts.db, parts.accounts, parts.sessions, parts.clock),
                new Follows(parts.db, parts.clock),
                new Notes(parts.db, parts.posts, parts.rendering),
                parts.reads,
                parts.database.slowReads(),
                parts.limits,
                Cookies.of(parts.publicUrl, settings.site()),
                new Providers(parts.vertx, settings.providers(), settings.redirectUrl(), parts.cursors, parts.clock),
                parts.clock);
    }
}
