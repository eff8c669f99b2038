package broadside.app.embedded;

import broadside.kit.db.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Single statements against a database, on a connection each. */
final class Sql {
    private Sql() {}

    static Connection connect(DatabaseAddress address) throws SQLException {
        return connect(address, address.user(), address.password());
    }

    static Connection connect(DatabaseAddress address, String user, String password) throws SQLException {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(address.host(), address.port(), address.database());
        return DriverManager.getConnection(url, user, password);
    }

    static String one(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = connect(address)) {
            return one(connection, query);
        }
    }

    static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static void run(DatabaseAddress address, String statement) throws SQLException {
        try (Connection connection = connect(address);
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
