package broadside.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The file of settings: lines of {@code NAME=value} in the form of {@link Properties}, in UTF-8. Blocks. */
final class ConfigFile {
    private ConfigFile() {}

    /** @param faults takes a line for each thing that is wrong with it, none of which tells a value */
    static Map<String, String> read(String file, List<String> faults) {
        var lines = new Once();
        try {
            lines.load(new StringReader(Files.readString(Path.of(file))));
        } catch (CharacterCodingException | IllegalArgumentException wrong) {
            faults.add(problem(
                    file,
                    wrong instanceof InvalidPathException
                            ? "is no path"
                            : "is not a file of NAME=value lines in UTF-8"));
        } catch (IOException wrong) {
            faults.add(problem(file, "cannot be read"));
        }
        lines.twice.forEach(name -> faults.add(name + " stands twice in " + file));
        var values = new HashMap<String, String>();
        lines.stringPropertyNames().forEach(name -> values.put(name, lines.getProperty(name)));
        values.keySet().stream()
                .filter(name -> !allowed(name))
                .sorted()
                .forEach(name -> faults.add(name + " in " + file + " is not a setting"));
        return Map.copyOf(values);
    }

    private static String problem(String file, String what) {
        return Setting.CONFIG.variable() + " " + file + " " + what;
    }

    private static boolean allowed(String name) {
        return MicroblogSettings.knows(name)
                || Setting.named(name).filter(found -> found != Setting.CONFIG).isPresent();
    }

    /** Notes names that stand there twice, of which only the last would be heard. */
    private static final class Once extends Properties {
        private final transient TreeSet<String> twice = new TreeSet<>();

        @Override
        public synchronized Object put(Object name, Object value) {
            var before = super.put(name, value);
            if (before != null) {
                twice.add(String.valueOf(name));
            }
            return before;
        }
    }
}
