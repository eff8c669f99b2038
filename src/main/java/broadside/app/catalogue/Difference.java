package broadside.app.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it should be.
 *
 * @param object   what it is about, such as {@code column account.bio}
 * @param expected null: it should not be there
 * @param found    null: it is not there
 */
public record Difference(
        String object, @Nullable String expected, @Nullable String found) {
    /** For people to read; several lines when a definition has several. */
    @Override
    public String toString() {
        if (expected == null) {
            return object + ": should not be there, found " + shown(String.valueOf(found));
        }
        return found == null
                ? object + ": is missing, expected " + shown(expected)
                : object + ": expected " + shown(expected) + ", found " + shown(found);
    }

    private static String shown(String definition) {
        return definition.contains("\n") ? "\n    " + definition.strip().replace("\n", "\n    ") + "\n   " : definition;
    }
}
