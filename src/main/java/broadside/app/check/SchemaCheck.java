package broadside.app.check;

import broadside.app.catalogue.Catalogue;
import broadside.app.catalogue.Difference;
import broadside.app.catalogue.Draft;
import broadside.app.catalogue.EntityColumns;
import broadside.app.schema.Jdbc;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compares a database with a scratch one, with entities and with the files of its migrations. Blocks.
 *
 * @param scripts the migrations
 */
public record SchemaCheck(List<Class<?>> entities, Scripts scripts, Supplier<Scratch> scratch) {
    /**
     * What was found.
     *
     * @param migrations differences of history and files
     * @param objects    of the database from the scratch one
     * @param mapping    of the database from the entities
     * @param pending    migrations the database has not had yet
     * @param parts      how many things were compared
     */
    public record Report(
            List<Difference> migrations, List<Difference> objects, List<Difference> mapping, long pending, int parts) {
        /** Everything, in this order. */
        public List<Difference> all() {
            var all = new ArrayList<>(migrations);
            all.addAll(objects);
            all.addAll(mapping);
            return all;
        }
    }

    /** Changes nothing. */
    public Report of(DatabaseAddress live) {
        var history = new Migrations(live, scripts).history();
        try (var other = scratch.get();
                var found = Jdbc.connect(live)) {
            HistoryDifferences.current(history)
                    .ifPresent(version -> new Migrations(other.address(), scripts).to(version, () -> false));
            try (var expected = Jdbc.connect(other.address())) {
                var parts = Catalogue.read(found);
                var fresh = Catalogue.read(expected);
                return new Report(
                        HistoryDifferences.of(history),
                        fresh.differences(parts),
                        EntityColumns.of(entities, expected).differences(parts),
                        history.toCome().size(),
                        fresh.parts().size());
            }
        } catch (SQLException failure) {
            throw new StartupFailure("The database cannot be looked through: " + failure.getMessage(), failure);
        }
    }

    /** What would bring the newest schema to what the entities say. */
    public Draft draft() {
        try (var fresh = scratch.get()) {
            new Migrations(fresh.address(), scripts).toNewest(() -> false);
            try (var connection = Jdbc.connect(fresh.address())) {
                return Draft.of(EntityColumns.of(entities, connection), Catalogue.read(connection));
            }
        } catch (SQLException failure) {
            throw new StartupFailure("The scratch database cannot be looked through: " + failure.getMessage(), failure);
        }
    }
}
