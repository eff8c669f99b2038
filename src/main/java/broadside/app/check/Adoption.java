package broadside.app.check;

import broadside.app.catalogue.Catalogue;
import broadside.app.catalogue.Difference;
import broadside.app.schema.History;
import broadside.app.schema.Jdbc;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.app.schema.Step;
import broadside.app.schema.Takeover;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes over a database that has the tables but not the whole history of them, when it is just like one that has. Blocks. */
public record Adoption(Scripts scripts, Supplier<Scratch> scratch) {
    /**
     * What a database was compared with last: the version it is at, or the one it is most like.
     *
     * @param alike older versions that no catalogue tells from it
     */
    public record Outcome(Step version, List<Step> alike, List<Difference> differences) {
        public boolean isAdopted() {
            return differences.isEmpty();
        }
    }

    private record Candidate(Step version, Catalogue catalogue, List<Difference> differences) {}

    /**
     * Writes the history if there is no difference, else nothing.
     *
     * @param at the version the database is at; null: the newest it is like
     */
    public Outcome of(DatabaseAddress live, @Nullable String at) {
        try (var takeover = Takeover.begin(live, scripts);
                var model = scratch.get()) {
            var found = takeover.on(Catalogue::read);
            var candidates = candidates(model.address(), versions(takeover.history(), at), found);
            if (at == null) {
                refuseForeign(live, found, candidates);
            }
            var outcome = outcome(candidates);
            if (outcome.isAdopted()) {
                takeover.write(model.address(), outcome.version());
            }
            return outcome;
        }
    }

    private static List<Step> versions(History history, @Nullable String at) {
        return at == null ? history.steps() : List.of(history.find(at));
    }

    private List<Candidate> candidates(DatabaseAddress model, List<Step> versions, Catalogue found) {
        var all = new ArrayList<Candidate>();
        for (var version : versions) {
            new Migrations(model, scripts).to(version.version(), () -> false);
            var catalogue = Jdbc.with(model, Catalogue::read);
            all.add(new Candidate(version, catalogue, catalogue.differences(found)));
        }
        return all;
    }

    /** Told by name: compared with a version they would drown among what that has and the database has not. */
    private static void refuseForeign(DatabaseAddress live, Catalogue found, List<Candidate> candidates) {
        var foreign = found.tables().stream()
                .filter(table -> candidates.stream()
                        .noneMatch(candidate -> candidate.catalogue().hasTable(table)))
                .toList();
        if (!foreign.isEmpty()) {
            throw new StartupFailure(
                    "The database " + live + " holds tables that are not ours (" + String.join(", ", foreign)
                            + "): set DATABASE_URL to another one, or move them to another schema.");
        }
    }

    /** The newest of those with the fewest differences. */
    private static Outcome outcome(List<Candidate> candidates) {
        var best = candidates.stream()
                .min(Comparator.<Candidate>comparingInt(one -> one.differences().size())
                        .thenComparing(candidates::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        var alike = candidates.stream()
                .filter(one -> !one.version().equals(best.version())
                        && one.differences().isEmpty())
                .map(Candidate::version)
                .toList();
        return new Outcome(best.version(), alike, best.differences());
    }
}
