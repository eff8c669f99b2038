package broadside.app;

import broadside.app.log.LogFormat;
import broadside.app.log.RequestLog;
import broadside.kit.http.Network;
import broadside.kit.problem.StartupFailure;
import broadside.kit.text.Email;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the environment and tells everything that is wrong with it at once. */
public final class Settings {
    private static final String PREFIX = "BROADSIDE_";
    private static final Set<String> KNOWN = Set.of(
            "BROADSIDE_DATA_DIR",
            "BROADSIDE_MANAGEMENT_PORT",
            "BROADSIDE_MANAGEMENT_BIND",
            "BROADSIDE_PUBLIC_URL",
            "BROADSIDE_CORS_ORIGINS",
            "BROADSIDE_SMTP_URL",
            "BROADSIDE_RATE_LIMIT_FACTOR",
            "BROADSIDE_BIND",
            "BROADSIDE_TRUSTED_PROXIES",
            "BROADSIDE_RESET_URL",
            "BROADSIDE_POST_URL",
            "BROADSIDE_SECURITY_CONTACT",
            "BROADSIDE_MAIL_FROM",
            "BROADSIDE_DIALECTS",
            "BROADSIDE_LOG_FORMAT",
            "BROADSIDE_LOG_REQUESTS",
            "BROADSIDE_DRAIN_SECONDS");
    /** Every dialect there is. */
    private static final Set<String> DIALECTS = Set.of("realworld", "microblog");

    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_DRAIN = 300;

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws StartupFailure with every fault of the configuration */
    public static Config read(Map<String, String> environment) {
        var settings = new Settings(environment);
        var config = settings.config();
        settings.refuseUnknown();
        if (!settings.faults.isEmpty()) {
            throw new StartupFailure("The configuration is not valid: " + String.join("; ", settings.faults) + ".");
        }
        return config;
    }

    private Config config() {
        return new Config(
                whole("PORT", 8080, LAST_PORT),
                text("BROADSIDE_BIND", "0.0.0.0"),
                optional("DATABASE_URL", "a PostgreSQL URI", DatabaseUrl::parse),
                value("BROADSIDE_DATA_DIR", "a path", Settings::path, Path.of("data")),
                whole("BROADSIDE_MANAGEMENT_PORT", 9090, LAST_PORT),
                text("BROADSIDE_MANAGEMENT_BIND", "127.0.0.1"),
                optional("BROADSIDE_PUBLIC_URL", "an http or https address without query", Settings::publicUrl),
                value("BROADSIDE_CORS_ORIGINS", "origins parted by commas", Settings::origins, List.<String>of()),
                optional(
                        "BROADSIDE_SMTP_URL",
                        "smtp://user:password@host:port or smtps://user:password@host:port",
                        Settings::smtp),
                value("BROADSIDE_MAIL_FROM", "an e-mail address", Settings::email, "broadside@localhost"),
                optional("BROADSIDE_RESET_URL", "an http or https address", Settings::webAddress),
                optional("BROADSIDE_POST_URL", "an http or https address with {id} in it", Settings::postUrl),
                optional(
                        "BROADSIDE_SECURITY_CONTACT",
                        "mailto: with an e-mail address, tel: with an international number, or an https address",
                        Settings::contact),
                value("BROADSIDE_RATE_LIMIT_FACTOR", "a number from 0 to 1000000", Settings::factor, 1.0),
                value(
                        "BROADSIDE_TRUSTED_PROXIES",
                        "addresses or ranges parted by commas",
                        Settings::networks,
                        List.<Network>of()),
                value(
                        "BROADSIDE_DIALECTS",
                        "none, or realworld and microblog parted by commas",
                        Settings::dialects,
                        DIALECTS),
                MicroblogSettings.read(environment, faults),
                value("BROADSIDE_LOG_FORMAT", "auto, text or json", Settings::logFormat, LogFormat.usual()),
                value("BROADSIDE_LOG_REQUESTS", "all, failed or none", Settings::logRequests, RequestLog.Which.ALL),
                Duration.ofSeconds(whole("BROADSIDE_DRAIN_SECONDS", 0, LONGEST_DRAIN)));
    }

    private void refuseUnknown() {
        var unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith(PREFIX) || KNOWN.contains(name) || MicroblogSettings.knows(name));
        unknown.forEach(name -> faults.add(name + " is not a setting"));
    }

    private int whole(String name, int otherwise, int most) {
        return value(name, "a whole number from 0 to " + most, text -> number(text, most), otherwise);
    }

    private static int number(String text, int most) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private String text(String name, String otherwise) {
        return value(name, "an address", Function.identity(), otherwise);
    }

    private <T> T value(String name, String form, Function<String, T> parse, T otherwise) {
        var value = optional(name, form, parse);
        return value == null ? otherwise : value;
    }

    /** A setting that is empty counts as not set, since many platforms cannot unset one. */
    private <T> @Nullable T optional(String name, String form, Function<String, T> parse) {
        var text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DatabaseUrl.Fault fault) {
            faults.add(name + " " + fault.getMessage());
        } catch (IllegalArgumentException wrong) {
            faults.add(name + " must be " + form);
        }
        return null;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static double factor(String text) {
        double factor = Double.parseDouble(text);
        return number(factor >= 0 && factor <= 1_000_000, factor);
    }

    private static double number(boolean right, double value) {
        if (!right) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static String email(String text) {
        if (!Email.valid(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static String webAddress(String text) {
        var uri = uri(text);
        if (!List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                || uri.getHost() == null
                || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** As RFC 9116 (2.5.3) has it; a line of its own in an answer, so of ASCII and without blanks. */
    private static String contact(String text) {
        var uri = uri(text);
        var right =
                switch (String.valueOf(uri.getScheme())) {
                    case "mailto" -> Email.valid(text.replaceFirst("\\?.*", "").substring("mailto:".length()));
                    case "tel" -> text.matches("tel:\\+[0-9][0-9().-]*");
                    case "https" -> webAddress(text).equals(text);
                    default -> false;
                };
        if (!right || !text.matches("[!-~]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String postUrl(String text) {
        webAddress(text.replace("{id}", "1"));
        if (!text.contains("{id}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String publicUrl(String text) {
        if (uri(webAddress(text)).getRawQuery() != null || text.contains("#")) {
            throw new IllegalArgumentException(text);
        }
        return text.replaceAll("/+$", "");
    }

    private static URI smtp(String text) {
        var uri = uri(text);
        if (!List.of("smtp", "smtps").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("smtp");
        }
        return uri;
    }

    private static List<String> origins(String text) {
        var origins = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Settings::publicUrl)
                .toList();
        if (origins.stream().anyMatch(origin -> !uri(origin).getRawPath().isEmpty())) {
            throw new IllegalArgumentException(text);
        }
        return origins;
    }

    private static Set<String> dialects(String text) {
        var names = text.equals("none")
                ? Set.<String>of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
        if (!DIALECTS.containsAll(names)) {
            throw new IllegalArgumentException(text);
        }
        return names;
    }

    private static LogFormat logFormat(String text) {
        return switch (text) {
            case "auto" -> LogFormat.usual();
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static RequestLog.Which logRequests(String text) {
        return switch (text) {
            case "all" -> RequestLog.Which.ALL;
            case "failed" -> RequestLog.Which.FAILED;
            case "none" -> RequestLog.Which.NONE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(range -> Network.parse(range).orElseThrow(IllegalArgumentException::new))
                .toList();
    }
}
