package broadside.cli.seed;

import java.time.Instant;

/**
 * A post on its way.
 *
 * @param depth of posts above it
 */
record Planned(long author, Instant at, int depth) {}
