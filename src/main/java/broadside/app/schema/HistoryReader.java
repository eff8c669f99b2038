package broadside.app.schema;

import broadside.app.schema.Step.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Reads Flyway's account of the migrations, and ours of what was undone. */
final class HistoryReader {
    private final Map<String, Undone> undone;

    HistoryReader(Map<String, Undone> undone) {
        this.undone = undone;
    }

    History read(MigrationInfo... migrations) {
        return new History(Arrays.stream(migrations)
                .sorted(Comparator.comparing(MigrationInfo::getVersion))
                .map(this::step)
                .toList());
    }

    private Step step(MigrationInfo migration) {
        var version = migration.getVersion().getVersion();
        var state = state(migration);
        var taken = undone.get(version);
        if (state == State.PENDING && taken != null) {
            return new Step(
                    version,
                    migration.getDescription(),
                    migration.getScript(),
                    State.UNDONE,
                    taken.at(),
                    taken.by(),
                    null);
        }
        var at = migration.getInstalledOn();
        var took = migration.getExecutionTime();
        return new Step(
                version,
                migration.getDescription(),
                migration.getScript(),
                state,
                at == null ? null : at.toInstant(),
                migration.getInstalledBy(),
                took == null ? null : Duration.ofMillis(took));
    }

    private static State state(MigrationInfo migration) {
        var state = migration.getState();
        if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
            return State.NEWER;
        }
        if (state == MigrationState.MISSING_SUCCESS || state == MigrationState.MISSING_FAILED) {
            return State.MISSING;
        }
        if (state == MigrationState.FAILED) {
            return State.FAILED;
        }
        if (state == MigrationState.IGNORED) {
            return State.SKIPPED;
        }
        if (!migration.isApplied()) {
            return State.PENDING;
        }
        return isChanged(migration) ? State.CHANGED : State.APPLIED;
    }

    private static boolean isChanged(MigrationInfo migration) {
        return !(migration.isChecksumMatching() && migration.isDescriptionMatching() && migration.isTypeMatching());
    }
}
