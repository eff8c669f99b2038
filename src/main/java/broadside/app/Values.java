package broadside.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was set, and where: the environment has the last word, then the file. What is blank counts as not set, since many platforms cannot unset. */
final class Values {
    private final Map<String, String> environment;
    private final Map<String, String> file;

    private Values(Map<String, String> environment, Map<String, String> file) {
        this.environment = given(environment);
        this.file = given(file);
    }

    /** @param faults takes a line for each thing that is wrong with the file */
    static Values of(Map<String, String> environment, List<String> faults) {
        var file = environment.getOrDefault(Setting.CONFIG.variable(), "").strip();
        return new Values(environment, file.isEmpty() ? Map.of() : ConfigFile.read(file, faults));
    }

    private static Map<String, String> given(Map<String, String> all) {
        var given = new HashMap<String, String>();
        all.forEach((name, value) -> {
            if (!value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        return Map.copyOf(given);
    }

    /** All that is set. */
    Map<String, String> all() {
        var all = new HashMap<>(file);
        all.putAll(environment);
        return Map.copyOf(all);
    }

    /** What is in force; empty: nothing. */
    String get(Setting setting) {
        return all().getOrDefault(setting.variable(), setting.standard());
    }

    /** The names of what is set and can be, but is no row of the table: those of providers. */
    Set<String> others() {
        var names = new TreeSet<>(all().keySet());
        names.removeIf(
                name -> !MicroblogSettings.knows(name) || Setting.named(name).isPresent());
        return names;
    }

    /** Where a value comes from. */
    String source(String variable) {
        if (environment.containsKey(variable)) {
            return "environment";
        }
        return file.containsKey(variable) ? "file" : "default";
    }
}
