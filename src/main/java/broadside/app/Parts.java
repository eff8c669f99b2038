package broadside.app;

import broadside.account.Accounts;
import broadside.account.Presence;
import broadside.account.Standing;
import broadside.feed.Addresses;
import broadside.kit.db.Database;
import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.event.Event;
import broadside.kit.http.Cursors;
import broadside.kit.http.Idempotency;
import broadside.kit.http.Paging;
import broadside.kit.http.RateLimits;
import broadside.kit.password.Passwords;
import broadside.post.Posts;
import broadside.post.Rendering;
import broadside.session.IdentityChanges;
import broadside.session.Letters;
import broadside.session.PasswordChanges;
import broadside.session.PasswordProof;
import broadside.session.Registrations;
import broadside.session.SessionAuthenticator;
import broadside.session.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What several rooms are made of. */
final class Parts {
    final Vertx vertx;
    final Config config;
    final Database database;
    final Db db;
    final Reads reads;
    final Clock clock;
    final String publicUrl;
    final Addresses addresses;
    final @Nullable String securityContact;
    final RateLimits limits;
    final Cursors cursors;
    final Paging paging;
    final Idempotency idempotency;
    final Accounts accounts;
    final Standing standing;
    final Presence presence;
    final Passwords passwords;
    final PasswordProof proof;
    final Letters letters;
    final SessionAuthenticator authenticator;
    final Registrations registrations;
    final Sessions sessions;
    final PasswordChanges changes;
    final IdentityChanges identities;
    final Posts posts;
    final Rendering rendering;

    Parts(Vertx vertx, Config config, int port, Database database, Secrets secrets, Clock clock, MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        this.database = database;
        this.clock = clock;
        db = database.db();
        reads = database.reads();
        publicUrl = config.publicUrl() == null ? "http://localhost:" + port : config.publicUrl();
        addresses = new Addresses(publicUrl, config.postUrl());
        securityContact = config.securityContact();
        limits = new RateLimits(config.rateLimitFactor());
        cursors = new Cursors(secrets.cursor());
        paging = new Paging(cursors, publicUrl);
        idempotency = new Idempotency(db);
        accounts = new Accounts(db, clock);
        standing = new Standing(db, clock);
        presence = new Presence(clock);
        passwords = new Passwords(vertx, meters);
        proof = new PasswordProof(reads, passwords);
        letters = new Letters(publicUrl, config.resetUrl());
        authenticator = new SessionAuthenticator(reads, presence, clock);
        db.hear(announcement -> {
            if (announcement instanceof Event event) {
                authenticator.hear(event);
            }
        });
        registrations = new Registrations(db, reads, accounts, passwords, proof, letters, clock);
        sessions = new Sessions(vertx, db, reads, passwords, limits, clock);
        changes = new PasswordChanges(vertx, db, reads, accounts, passwords, proof, letters, clock);
        identities = new IdentityChanges(db, accounts, passwords, changes, letters, clock);
        posts = new Posts(db, clock);
        rendering = new Rendering(vertx, reads, publicUrl);
    }
}
