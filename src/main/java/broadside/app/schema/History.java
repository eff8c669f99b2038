package broadside.app.schema;

import broadside.app.schema.Step.State;
import broadside.kit.problem.StartupFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The migrations of this program beside those the database has had, the oldest first. */
public record History(List<Step> steps) {
    /** @throws StartupFailure when the database has had anything else than a beginning of what this program has */
    void check() {
        checkKnown();
        refuse(
                State.SKIPPED,
                "The database has not had migration %s, though it has had later ones: start the program that made the"
                        + " database, or restore a backup; if only its history is incomplete: broadside db adopt.");
        refuse(
                State.CHANGED,
                "Migration %s was changed after the database had it:"
                        + " start the program that made the database, or restore the changed file.");
    }

    /** @throws StartupFailure when the database has had what this program does not have */
    void checkKnown() {
        refuse(
                State.NEWER,
                "The database is newer than this program, which does not know migration %s:"
                        + " start the newer program, or restore a backup from before.");
        refuse(
                State.MISSING,
                "The database has had migration %s, which this program does not have:"
                        + " start the program that made the database, or restore the missing file.");
    }

    private void refuse(State state, String line) {
        var names = in(state).stream().map(Step::name).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            throw new StartupFailure(line.formatted(names));
        }
    }

    List<Step> in(State state) {
        return steps.stream().filter(step -> step.state() == state).toList();
    }

    /**
     * A migration by its version, written as 4 or as 004.
     *
     * @throws StartupFailure when there is none
     */
    public Step find(String version) {
        return steps.stream()
                .filter(step -> bare(step.version()).equals(bare(version)))
                .findFirst()
                .orElseThrow(() ->
                        new StartupFailure("There is no migration " + version + ": broadside db info lists all."));
    }

    /** What the database has had, the newest last. */
    public List<Step> applied() {
        return steps.stream().filter(Step::isApplied).toList();
    }

    /** Whether all up to a step are applied as this program has them, and nothing after it. */
    public boolean endsWith(Step last) {
        return steps.stream()
                .allMatch(step -> steps.indexOf(step) <= steps.indexOf(last)
                        ? step.state() == State.APPLIED
                        : step.state() == State.PENDING || step.state() == State.UNDONE);
    }

    /** What {@code migrate} would apply, in its order. */
    public List<Step> toCome() {
        return steps.stream().filter(Step::isToCome).toList();
    }

    /** Whether the database has had all of them, and none was cut short. */
    boolean isComplete() {
        return toCome().isEmpty() && in(State.FAILED).isEmpty();
    }

    /** Where the database is; empty before its first migration. */
    public Optional<Step> current() {
        return applied().stream().reduce((older, newer) -> newer);
    }

    private static String bare(String version) {
        return version.strip().replaceFirst("^0+(?=.)", "");
    }
}
