package broadside.app;

import broadside.app.telemetry.TracingSettings;
import broadside.kit.problem.StartupFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is set, in the environment and in a file, and tells everything that is wrong with it at once. */
public final class Settings {
    private static final String PREFIX = "BROADSIDE_";
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_DRAIN = 300;

    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final Values values;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
        values = Values.of(environment, faults);
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
                whole(Setting.PORT, LAST_PORT),
                value(Setting.BIND, "an address", Function.identity()),
                optional(Setting.DATABASE_URL, "a PostgreSQL URI", DatabaseUrl::parse),
                value(Setting.DATA_DIR, "a path", Forms::path),
                whole(Setting.MANAGEMENT_PORT, LAST_PORT),
                value(Setting.MANAGEMENT_BIND, "an address", Function.identity()),
                optional(Setting.PUBLIC_URL, "an http or https address without query", Forms::publicUrl),
                listed(Setting.CORS_ORIGINS, "origins parted by commas", Forms::origins),
                optional(
                        Setting.SMTP_URL,
                        "smtp://user:password@host:port or smtps://user:password@host:port",
                        Forms::smtp),
                value(Setting.MAIL_FROM, "an e-mail address", Forms::email),
                optional(Setting.RESET_URL, "an http or https address", Forms::webAddress),
                optional(Setting.POST_URL, "an http or https address with {id} in it", Forms::postUrl),
                optional(
                        Setting.SECURITY_CONTACT,
                        "mailto: with an e-mail address, tel: with an international number, or an https address",
                        Forms::contact),
                value(Setting.RATE_LIMIT_FACTOR, "a number from 0 to 1000000", text -> Forms.upTo(1_000_000, text)),
                listed(Setting.TRUSTED_PROXIES, "addresses or ranges parted by commas", Forms::networks),
                value(Setting.DIALECTS, "none, or realworld and microblog parted by commas", Forms::dialects),
                MicroblogSettings.read(values.all(), faults),
                value(Setting.LOG_FORMAT, "auto, text or json", Forms::logFormat),
                value(Setting.LOG_REQUESTS, "all, failed or none", Forms::logRequests),
                tracing(),
                Duration.ofSeconds(whole(Setting.DRAIN_SECONDS, LONGEST_DRAIN)));
    }

    private TracingSettings tracing() {
        var headers = optional(Setting.OTLP_HEADERS, "name=value pairs parted by commas", Forms::headers);
        return new TracingSettings(
                optional(Setting.OTLP_ENDPOINT, "an http or https address", Forms::endpoint),
                headers == null ? Map.of() : headers,
                value(Setting.SERVICE_NAME, "a name", Function.identity()),
                value(Setting.SAMPLER_ARG, "a number from 0 to 1", text -> Forms.upTo(1, text)));
    }

    /** Those in the file were looked at when it was read. */
    private void refuseUnknown() {
        var unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(
                name -> !name.startsWith(PREFIX) || Setting.named(name).isPresent() || MicroblogSettings.knows(name));
        unknown.forEach(name -> faults.add(name + " is not a setting"));
    }

    private int whole(Setting setting, int most) {
        return value(setting, "a whole number from 0 to " + most, text -> Forms.number(text, most));
    }

    /** Of one that has a standard, which is taken where the value is wrong, so that what else is wrong can be found. */
    private <T> T value(Setting setting, String form, Function<String, T> parse) {
        var value = optional(setting, form, parse);
        return value == null ? parse.apply(setting.standard()) : value;
    }

    private <T> List<T> listed(Setting setting, String form, Function<String, List<T>> parse) {
        var value = optional(setting, form, parse);
        return value == null ? List.of() : value;
    }

    private <T> @Nullable T optional(Setting setting, String form, Function<String, T> parse) {
        var text = values.get(setting);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DatabaseUrl.Fault fault) {
            faults.add(setting.variable() + " " + fault.getMessage());
        } catch (IllegalArgumentException wrong) {
            faults.add(setting.variable() + " must be " + form);
        }
        return null;
    }
}
