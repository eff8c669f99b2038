package broadside.image;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of the Compose Specification; a value that is taken away is the text {@code !reset}. */
final class ComposeFile {
    private ComposeFile() {}

    static JsonObject read(String file) {
        try {
            Map<String, Object> content = new Yaml(new Resetting()).load(Files.readString(Path.of(file)));
            return new JsonObject(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Resetting extends SafeConstructor {
        Resetting() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!reset", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return "!reset";
                }
            });
        }
    }
}
