package broadside.app.embedded;

import broadside.app.embedded.EmbeddedDatabase.Use;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a {@link ChildProcess} runs: opens a data folder, says on which port, and then {@code stay}s until its input ends, or
 * {@code write}s rows, each said when acknowledged, until it is killed.
 */
final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]), Use.valueOf(arguments[1]))) {
            System.out.println("port " + database.address().port());
            if (arguments[2].equals("write")) {
                write(database.address());
            }
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (StartupFailure failure) {
            System.out.println("failed " + failure.getMessage());
        }
    }

    private static void write(DatabaseAddress address) throws SQLException {
        try (Connection connection = Sql.connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("create table line (number bigint)");
            for (long number = 1; ; number++) {
                statement.execute("insert into line values (" + number + ")");
                System.out.println("wrote " + number);
            }
        }
    }
}
