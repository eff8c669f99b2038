package broadside.app.check;

import broadside.app.catalogue.Difference;
import broadside.app.schema.History;
import broadside.app.schema.Step;
import java.util.List;
import java.util.Optional;

/** What the migrations a database has had and the files there are do not agree on. */
final class HistoryDifferences {
    private HistoryDifferences() {}

    static List<Difference> of(History history) {
        return history.steps().stream()
                .map(HistoryDifferences::difference)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> difference(Step step) {
        var name = "migration " + step.version() + " (" + step.description() + ")";
        return switch (step.state()) {
            case PENDING, UNDONE, APPLIED -> Optional.empty();
            case FAILED -> Optional.of(new Difference(name, "done", "failed half-way"));
            case CHANGED ->
                Optional.of(new Difference(name, "the file as it was applied", "a file that was changed since"));
            case SKIPPED -> Optional.of(new Difference(name, "to have been applied before later ones", null));
            case MISSING -> Optional.of(new Difference(name, null, "a migration whose file is gone"));
            case NEWER -> Optional.of(new Difference(name, null, "a migration newer than every file"));
        };
    }

    /** The newest version that is both in the database and among the files. */
    static Optional<String> current(History history) {
        return history.applied().stream()
                .filter(step -> step.state() == Step.State.APPLIED || step.state() == Step.State.CHANGED)
                .map(Step::version)
                .reduce((older, newer) -> newer);
    }
}
