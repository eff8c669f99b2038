package broadside.app;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.DatabaseAddress.SslMode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PostgreSQL URI (PostgreSQL documentation, 32.1.1.2) of one host; parameters {@code sslmode}, {@code sslrootcert} and, for
 * platforms that add them, {@code application_name} and {@code connect_timeout}, which change nothing.
 */
public final class DatabaseUrl {
    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65_535;
    private static final Set<String> IGNORED = Set.of("application_name", "connect_timeout");

    private DatabaseUrl() {}

    /** What is wrong, without the URI, which holds a password. */
    public static final class Fault extends IllegalArgumentException {
        Fault(String message) {
            super(message);
        }
    }

    /** @throws Fault when it is none */
    public static DatabaseAddress parse(String text) {
        if (text.replaceFirst("[?].*", "").contains(",")) {
            throw new Fault("must name one host; for several, put a proxy in front");
        }
        var uri = uri(text);
        if (!List.of("postgres", "postgresql").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new Fault("must have the form postgresql://user:password@host:5432/database");
        }
        var user = uri.getRawUserInfo() == null
                ? new String[] {""}
                : uri.getRawUserInfo().split(":", 2);
        var database = uri.getRawPath().replaceFirst("^/", "");
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw new Fault("must have a port from 1 to " + LAST_PORT);
        }
        if (user[0].isEmpty() || database.isEmpty()) {
            throw new Fault("must name a user and a database");
        }
        var parameters = parameters(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        return new DatabaseAddress(
                uri.getHost().replaceAll("[\\[\\]]", ""),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decode(database),
                decode(user[0]),
                user.length == 1 ? "" : decode(user[1]),
                sslMode(parameters.getOrDefault("sslmode", "prefer")),
                certificate(parameters.get("sslrootcert")));
    }

    private static @Nullable String certificate(@Nullable String file) {
        if (file != null && certificates(file).isEmpty()) {
            throw new Fault("names an sslrootcert without a certificate: it must be a PEM file");
        }
        return file;
    }

    private static Collection<? extends Certificate> certificates(String file) {
        try (var pem = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        } catch (CertificateException wrong) {
            return List.of();
        } catch (IOException | InvalidPathException unreadable) {
            throw new Fault("names an sslrootcert that cannot be read");
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new Fault("cannot be read as a URI; percent-encode special characters in the password");
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var part : query.split("&")) {
            var pair = part.split("=", 2);
            if (!part.isEmpty() && !IGNORED.contains(pair[0])) {
                parameters.put(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1]));
            }
        }
        for (var name : parameters.keySet()) {
            if (!Set.of("sslmode", "sslrootcert").contains(name)) {
                throw new Fault("has a parameter that is not supported: " + name);
            }
        }
        return parameters;
    }

    private static SslMode sslMode(String word) {
        for (var mode : SslMode.values()) {
            if (mode.word().equals(word.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new Fault("has an unknown sslmode; use disable, allow, prefer, require, verify-ca or verify-full");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new Fault("has a percent sign that encodes nothing; write %25 for the sign itself");
        }
    }
}
