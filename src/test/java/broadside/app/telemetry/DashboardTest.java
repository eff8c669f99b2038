package broadside.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Eventually;
import broadside.testing.Numbers;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard for Grafana shows what the program tells. */
class DashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:broadside|jvm|process|system)_\\w+");
    private static final Pattern LABELS = Pattern.compile("by \\(([^)]*)\\)|\\{\\{(\\w+)}}|[{,](\\w+)=");
    /** Given by Prometheus, or to a histogram. */
    private static final Set<String> GIVEN = Set.of("instance", "le");

    @Test
    void everyNumberItShowsIsTold() throws IOException {
        var expressions = expressions();
        assertTrue(expressions.size() > 20, expressions.toString());
        var shown = found(METRIC, expressions);
        try (var server = Server.start(Map.of())) {
            server.client().register();
            System.gc(); // JVMs that have not collected yet tell no pause
            Eventually.holds(Duration.ofSeconds(10), "everything shown is told: " + shown, () -> Numbers.of(server)
                    .names()
                    .containsAll(shown));
            var numbers = Numbers.of(server);
            for (var label : labels(expressions)) {
                assertTrue(!numbers.values(label).isEmpty(), "no number has the label " + label);
            }
        }
    }

    @Test
    void whatIsToldOfUsIsShown() throws IOException {
        var shown = found(METRIC, expressions());
        try (var server = Server.start(Map.of())) {
            server.client().register();
            var missing = new TreeSet<String>();
            for (var name : Numbers.of(server).names()) {
                var stem = name.replaceFirst("_(bucket|count|sum|max)$", "");
                if (name.startsWith("broadside_") && shown.stream().noneMatch(used -> used.startsWith(stem))) {
                    missing.add(name);
                }
            }
            assertEquals(Set.of(), missing);
        }
    }

    private static List<String> expressions() throws IOException {
        var dashboard = new JsonObject(Files.readString(Path.of("docs/grafana/broadside.json")));
        var variables = objects(dashboard.getJsonObject("templating").getJsonArray("list"))
                .map(variable -> variable.getString("query"));
        var targets = objects(dashboard.getJsonArray("panels"))
                .flatMap(panel -> objects(panel.getJsonArray("targets")))
                .flatMap(target -> Stream.of(target.getString("expr"), target.getString("legendFormat")));
        return Stream.concat(variables, targets).toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    private static Set<String> found(Pattern pattern, List<String> in) {
        var all = new TreeSet<String>();
        in.forEach(text -> pattern.matcher(text).results().forEach(hit -> all.add(hit.group())));
        return all;
    }

    private static Set<String> labels(List<String> expressions) {
        var all = new TreeSet<String>();
        for (var expression : expressions) {
            LABELS.matcher(expression).results().forEach(hit -> {
                for (int group = 1; group <= hit.groupCount(); group++) {
                    all.addAll(
                            hit.group(group) == null
                                    ? List.of()
                                    : List.of(hit.group(group).split(", ")));
                }
            });
        }
        all.removeAll(GIVEN);
        return all;
    }
}
