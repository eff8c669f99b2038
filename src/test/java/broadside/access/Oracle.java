package broadside.access;

import org.jspecify.annotations.Nullable;

/** Who may see what, said once more in plain Java. A viewer is null who is not logged in. */
final class Oracle {
    private Oracle() {}

    static boolean sees(@Nullable Person viewer, Person person) {
        return person == viewer || (!person.suspended && !apart(viewer, person));
    }

    private static boolean apart(@Nullable Person viewer, Person person) {
        return viewer != null && (viewer.blocks.contains(person) || person.blocks.contains(viewer));
    }

    static boolean sees(@Nullable Person viewer, Writing writing) {
        if (writing.deleted) {
            return false;
        }
        return writing.author == viewer
                || (writing.status.equals("published")
                        && !writing.hidden
                        && sees(viewer, writing.author)
                        && isFor(viewer, writing)
                        && isOpen(viewer, writing));
    }

    /** Other APIs show what is published only, to its author too. */
    static boolean reads(@Nullable Person viewer, Writing writing) {
        return writing.status.equals("published") && sees(viewer, writing);
    }

    /** Whether following is no more than asking to. */
    static boolean asksOnly(Person viewer, Person person) {
        return person.locked && !viewer.follows.contains(person);
    }

    /** What somebody is answered who takes or turns down another. */
    static int answers(Person viewer, Person person, boolean accepts, boolean asked) {
        if (!sees(viewer, person)) {
            return 404;
        }
        return !accepts || asked || person.follows.contains(viewer) ? 204 : 404;
    }

    private static boolean isFor(@Nullable Person viewer, Writing writing) {
        return switch (writing.visibility) {
            case "public" -> true;
            case "followers" -> viewer != null && viewer.follows.contains(writing.author);
            default -> false;
        };
    }

    /** A reply is for those only whom everything above it is for, and not when the author of something above has hidden it. */
    private static boolean isOpen(@Nullable Person viewer, Writing writing) {
        for (var above = writing.parent; above != null; above = above.parent) {
            if (!above.deleted && above.author != viewer && !isFor(viewer, above)) {
                return false;
            }
        }
        return writing.hiddenBy == null || writing.hiddenBy == viewer;
    }

    /** Whether she wants to hear it among what others write. */
    static boolean hears(@Nullable Person viewer, Person person) {
        return viewer == null || !viewer.mutes.contains(person);
    }
}
