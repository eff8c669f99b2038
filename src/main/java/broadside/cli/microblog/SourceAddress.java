package broadside.cli.microblog;

import broadside.app.DatabaseUrl;
import broadside.app.schema.Jdbc;
import broadside.kit.problem.StartupFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where a source is, read from what SQLAlchemy would call it, or from the path of a SQLite file.
 *
 * @param url        without secrets
 * @param properties user and password among them
 * @param name       for people, and for the next run to know the source by
 */
record SourceAddress(String url, Properties properties, String name) {
    /** {@code dialect+driver://rest}, as in SQLAlchemy's documentation of database URLs. */
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)(\\+[A-Za-z0-9_]+)?://(.*)", Pattern.DOTALL);

    static SourceAddress parse(String from) {
        var url = URL.matcher(from);
        if (!url.matches()) {
            return SqliteFile.at(from);
        }
        return switch (url.group(1).toLowerCase(Locale.ROOT)) {
            case "sqlite" -> SqliteFile.ofUrl(url.group(3));
            case "mysql", "mariadb" -> MariaDbUrl.parse(url.group(3));
            case "postgres", "postgresql" -> postgres(url.group(3));
            default ->
                throw fault("must be a SQLite file, or begin with sqlite://, mysql://, mariadb:// or postgresql://");
        };
    }

    private static SourceAddress postgres(String rest) {
        try {
            var at = DatabaseUrl.parse("postgresql://" + rest);
            var properties = login(at.user(), at.password());
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("socketTimeout", "60");
            properties.setProperty("ApplicationName", "broadside import");
            var name = "postgresql://" + at.host() + ":" + at.port() + "/" + at.database();
            return new SourceAddress(Jdbc.url(at), properties, name);
        } catch (DatabaseUrl.Fault wrong) {
            throw fault(String.valueOf(wrong.getMessage()));
        }
    }

    static Properties login(String user, String password) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    /** @param what is wrong, without the address, which may hold a password */
    static StartupFailure fault(String what) {
        return new StartupFailure("--from " + what + ".");
    }

    static SourceAddress sqlite(Path file, Properties properties) {
        return new SourceAddress("jdbc:sqlite:" + file, properties, "sqlite:///" + file);
    }

    /** Without the properties. */
    @Override
    public String toString() {
        return name;
    }
}
