package broadside.post;

import org.jspecify.annotations.Nullable;

/**
 * What something that was written elsewhere has become.
 *
 * @param slug  the address it has; null for a note
 * @param alone whether it answered something and stands for itself now
 */
public record Arrival(long id, @Nullable String slug, boolean alone) {}
