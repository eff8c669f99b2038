package broadside.kit.http;

import java.time.Duration;

/**
 * How long a client may take.
 *
 * @param idle without a whole header, a piece of a body or a piece of an answer passing; then the connection ends
 * @param body for a whole body; then the answer is 408
 */
public record Patience(Duration idle, Duration body) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));
}
