package broadside.cli.microblog;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Reads the address of a MySQL or MariaDB, {@code user:password@host:3306/database}; parameters {@code sslmode} as PostgreSQL has
 * it, {@code ssl_ca}, and {@code charset}, which changes nothing here.
 */
final class MariaDbUrl {
    private static final int DEFAULT_PORT = 3306;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");
    private static final Map<String, String> SSL_MODES =
            Map.of("disable", "disable", "require", "trust", "verify-ca", "verify-ca", "verify-full", "verify-full");

    private MariaDbUrl() {}

    static SourceAddress parse(String rest) {
        var uri = uri("mysql://" + rest);
        var database = decode(String.valueOf(uri.getRawPath()).replaceFirst("^/", ""));
        if (uri.getHost() == null || uri.getRawUserInfo() == null || database.isEmpty()) {
            throw SourceAddress.fault("must have the form mysql://user:password@host:3306/database");
        }
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        var at = (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
        var url = "jdbc:mariadb://" + at + URLEncoder.encode(database, StandardCharsets.UTF_8);
        return new SourceAddress(url, properties(uri, host), "mysql://" + at + database);
    }

    private static Properties properties(URI uri, String host) {
        var login = uri.getRawUserInfo().split(":", 2);
        var properties = SourceAddress.login(decode(login[0]), login.length == 1 ? "" : decode(login[1]));
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", "60000");
        // Without encryption the server's key could be anybody's; on the way to oneself there is nobody.
        properties.setProperty("allowPublicKeyRetrieval", Boolean.toString(LOCAL.contains(host)));
        for (var parameter : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
            set(properties, parameter.split("=", 2));
        }
        return properties;
    }

    private static void set(Properties properties, String... parameter) {
        var value = parameter.length == 1 ? "" : decode(parameter[1]);
        switch (parameter[0]) {
            case "", "charset" -> {}
            case "ssl_ca" -> properties.setProperty("serverSslCert", value);
            case "sslmode" -> properties.setProperty("sslMode", sslMode(value));
            default -> throw SourceAddress.fault("has a parameter that is not supported: " + parameter[0]);
        }
    }

    private static String sslMode(String word) {
        if (!SSL_MODES.containsKey(word)) {
            throw SourceAddress.fault("has an unknown sslmode; use disable, require, verify-ca or verify-full");
        }
        return SSL_MODES.get(word);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw SourceAddress.fault("cannot be read as a URI; percent-encode special characters in the password");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw SourceAddress.fault("has a percent sign that encodes nothing; write %25 for the sign itself");
        }
    }
}
