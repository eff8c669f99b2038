package broadside.upgrade;

import broadside.app.Settings;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A process of its own that migrates, to be killed while it does. */
final class Migrator implements AutoCloseable {
    private final Process process;

    private Migrator(Process process) {
        this.process = process;
    }

    /** Migrates with the project's scripts and those of a folder. */
    static Migrator start(DatabaseAddress database, Path more) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-cp", classPath, Migrator.class.getName(), more.toString());
        builder.environment().put("DATABASE_URL", TestDatabase.url(database));
        return new Migrator(builder.inheritIO().start());
    }

    public static void main(String[] arguments) {
        var database = Settings.read(Map.of("DATABASE_URL", System.getenv("DATABASE_URL")))
                .database();
        try {
            new Migrations(Objects.requireNonNull(database), Scripts.packedAnd(Path.of(arguments[0])))
                    .toNewest(() -> false);
        } catch (StartupFailure failure) {
            System.out.println(failure.getMessage());
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
