package broadside.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * A post as a file with YAML front matter.
 *
 * @param name by day, then slug, or id where there is none or it is too long: {@code 2026/2026-01-31-slug.md}
 */
record MarkdownFile(String name, byte[] content) {
    /** What the file name says, or what others did. */
    private static final Set<String> LEFT_OUT = Set.of("body", "counts");

    /** In bytes: most file systems have room for 255 with the day and the ending. */
    private static final int LONGEST_NAME = 240;

    private static final int DAY = "2026-01-31".length();
    private static final int YEAR = "2026".length();

    /** @param post one line of JSON */
    static MarkdownFile of(Buffer post) {
        var members = post.toJsonObject();
        var published = members.getString("publishedAt");
        var day = (published == null ? members.getString("createdAt") : published).substring(0, DAY);
        var slug = members.getString("slug");
        var name = slug == null || slug.getBytes(UTF_8).length > LONGEST_NAME ? members.getString("id") : slug;
        var text = "---\n" + front(members) + "---\n\n" + members.getString("body") + "\n";
        return new MarkdownFile(day.substring(0, YEAR) + "/" + day + "-" + name + ".md", text.getBytes(UTF_8));
    }

    private static String front(JsonObject members) {
        var front = new LinkedHashMap<String, Object>();
        for (var member : members) {
            var value = member.getValue();
            if (value instanceof JsonArray list && !list.isEmpty()) {
                front.put(member.getKey(), list.getList());
            } else if (value instanceof String && !LEFT_OUT.contains(member.getKey())) {
                front.put(member.getKey(), value);
            }
        }
        return new Yaml(options()).dump(front);
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        return options;
    }
}
