package broadside.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A setting in force.
 *
 * @param value  with whatever is secret about it hidden; empty: nothing
 * @param source environment, file or default
 */
public record EffectiveSetting(String name, String value, String source) {
    private static final String HIDDEN = "(hidden)";

    /**
     * All of them, in the order of the README.
     *
     * @throws broadside.kit.problem.StartupFailure with every fault of the configuration
     */
    public static List<EffectiveSetting> of(Map<String, String> environment) {
        Settings.read(environment);
        var values = Values.of(environment, new ArrayList<>());
        var all = new ArrayList<EffectiveSetting>();
        Arrays.stream(Setting.values()).map(setting -> of(setting, values)).forEach(all::add);
        values.others().forEach(name -> all.add(provider(name, values)));
        return List.copyOf(all);
    }

    private static EffectiveSetting of(Setting setting, Values values) {
        var value = values.get(setting);
        var shown = value.isEmpty() ? "" : shown(setting.secrecy(), value);
        return new EffectiveSetting(setting.variable(), shown, values.source(setting.variable()));
    }

    private static EffectiveSetting provider(String name, Values values) {
        var secret = name.endsWith("_CLIENT_SECRET");
        var value = secret ? HIDDEN : values.all().getOrDefault(name, "");
        return new EffectiveSetting(name, value, values.source(name));
    }

    private static String shown(Setting.Secrecy secrecy, String value) {
        return switch (secrecy) {
            case OPEN -> value;
            case SECRET -> HIDDEN;
            case CREDENTIALS -> withoutCredentials(value);
        };
    }

    /** Where it is; neither who enters it nor what stands after its path, where there may be a password too. */
    private static String withoutCredentials(String address) {
        try {
            var uri = URI.create(address);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null
                    ? HIDDEN
                    : uri.getScheme() + "://" + HIDDEN + "@" + uri.getHost() + port + uri.getRawPath();
        } catch (IllegalArgumentException unreadable) {
            return HIDDEN;
        }
    }
}
