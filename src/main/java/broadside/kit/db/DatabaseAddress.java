package broadside.kit.db;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is and as whom we enter it.
 *
 * @param sslRootCertificate path of a PEM file whose authorities are trusted; null: those of the platform
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        String password,
        SslMode sslMode,
        @Nullable String sslRootCertificate) {
    /** The values of libpq's {@code sslmode}. */
    public enum SslMode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** As it is written in a URI. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public DatabaseAddress(String host, int port, String database, String user, String password, SslMode sslMode) {
        this(host, port, database, user, password, sslMode, null);
    }

    DatabaseAddress unencrypted() {
        return new DatabaseAddress(host, port, database, user, password, SslMode.DISABLE);
    }

    /** Without the password, for people to read. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
