package broadside.kit.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(vertx);

    @AfterEach
    void close() {
        passwords.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void knowsTheRightOne() {
        var hash = passwords
                .hash("right password")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        assertTrue(passwords
                .verify("right password", hash)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        assertFalse(passwords
                .verify("wrong password", hash)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        assertFalse(passwords
                .verifyNobody("nobody has this password")
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        assertEquals(3, passwords.verifications());
    }

    /** Two at work and 64 in the queue: whoever comes then is told at once, and nobody is left without an answer. */
    @Test
    void aCrowdIsToldToComeBack() {
        var crowd =
                Stream.generate(() -> passwords.hash("a password")).limit(200).toList();
        var refused = crowd.stream().filter(Future::failed).toList();
        assertTrue(refused.size() >= 100, "refused at once: " + refused.size());
        CompletableFuture.allOf(crowd.stream()
                        .map(one -> one.otherwise("refused").toCompletionStage().toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
        crowd.stream().filter(Future::failed).map(one -> (Problem) one.cause()).forEach(problem -> {
            assertEquals(503, problem.status());
            assertEquals("1", problem.headers().get("Retry-After"));
        });
        assertTrue(crowd.stream().anyMatch(Future::succeeded));
    }
}
