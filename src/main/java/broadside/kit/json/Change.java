package broadside.kit.json;

import org.jspecify.annotations.Nullable;

/**
 * What a merge patch (RFC 7396) says of one member: nothing, a new value, or null.
 *
 * @param given whether the member was there at all
 * @param value its value; null where it was null or not there
 */
public record Change<T>(boolean given, @Nullable T value) {
    /** The value after the change, {@code null} included. */
    public @Nullable T after(@Nullable T before) {
        return given ? value : before;
    }

    /** The value after the change of something that is never null. */
    public T afterOf(T before) {
        return value == null ? before : value;
    }
}
