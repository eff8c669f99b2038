package broadside.app.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How Flyway and commands connect. */
public final class Jdbc {
    /** What connections are called that change the schema, or look at it. */
    static final String NAME = "broadside schema";
    /** A session knows the settings of an extension, for functions to be made with them, only once it has used the extension. */
    static final String KNOW_SETTINGS = """
            do $$ begin
              perform show_trgm('');
            exception when undefined_function then null;
            end $$""";

    private Jdbc() {}

    public static Connection connect(DatabaseAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", NAME);
        var connection = DriverManager.getConnection(url(address), properties);
        try (var statement = connection.createStatement()) {
            statement.execute(KNOW_SETTINGS);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** What is done on a connection. */
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Connects, does the work and leaves.
     *
     * @throws StartupFailure with what the server says
     */
    public static <T extends @Nullable Object> T with(DatabaseAddress address, Work<T> work) {
        try (var connection = connect(address)) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw refused(address, failure);
        }
    }

    static StartupFailure refused(DatabaseAddress address, SQLException failure) {
        return new StartupFailure("The database " + address + " refuses: " + Trouble.reason(failure) + ".", failure);
    }

    /** Without user and password, which travel beside it. */
    public static String url(DatabaseAddress address) {
        var host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        var certificate = address.sslRootCertificate();
        var trust = certificate != null
                ? "&sslrootcert=" + URLEncoder.encode(certificate, UTF_8)
                : "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
        var verifies = address.sslMode().compareTo(DatabaseAddress.SslMode.VERIFY_CA) >= 0;
        return "jdbc:postgresql://" + host + ":" + address.port() + "/" + URLEncoder.encode(address.database(), UTF_8)
                + "?sslmode=" + address.sslMode().word() + (verifies ? trust : "");
    }
}
