package broadside.session;

import static org.junit.jupiter.api.Assertions.assertFalse;

import broadside.account.Presence;
import broadside.kit.event.Event;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event lets the program forget about tokens: what somebody did about an account says nothing of its tokens. */
class HearsayTest {
    private static final Server SERVER = Server.shared();

    private final SessionAuthenticator authenticator = new SessionAuthenticator(
            SERVER.program().rooms().reads(), new Presence(Clock.systemUTC()), Clock.systemUTC());

    /** Whether a token is still known by heart after that event: it is gone, so that the database would no longer know it. */
    private boolean knownAfter(String kind) {
        var name = Client.name();
        Guests.named(SERVER, name, 1);
        var token = "bsp_" + name + 1 + "x".repeat(42 - name.length());
        var id = knows(token);
        TestDatabase.execute(SERVER.database(), "delete from personal_token where account_id = " + id);
        authenticator.hear(Event.of(kind, null, "account", id));
        return known(token);
    }

    private long knows(String token) {
        return authenticator
                .authenticate(token)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .id();
    }

    private boolean known(String token) {
        return authenticator
                .authenticate(token)
                .map(true)
                .otherwise(false)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Tokens are known for a second only, which may pass on a busy machine: one time of many has to be in time. */
    @ParameterizedTest
    @ValueSource(strings = {"follow.begun", "follow.accepted", "block.begun", "mute.ended", "report.filed"})
    void whatOthersDoAboutAnAccountForgetsNothing(String kind) {
        Eventually.holds(Duration.ofSeconds(20), "known after " + kind, () -> knownAfter(kind));
    }

    @Test
    void whatHappensToAnAccountForgetsItsTokens() {
        assertFalse(knownAfter("account.suspended"));
        assertFalse(knownAfter("password.changed"));
    }
}
