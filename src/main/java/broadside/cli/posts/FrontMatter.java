package broadside.cli.posts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What stands between two lines of {@code ---} before a text, as YAML 1.1 has it, and the text behind it.
 *
 * @param members texts, lists and maps; whatever looks like a number, a date or a truth is a text
 */
record FrontMatter(Map<String, @Nullable Object> members, String body) {
    private static final int LONGEST = 1 << 16;
    private static final int DEEPEST = 20;
    private static final int ALIASES = 20;
    private static final Pattern BEGINNING = Pattern.compile("\\A---[ \\t]*(\\r?\\n)");
    private static final Pattern END =
            Pattern.compile("^(---|\\.\\.\\.)[ \\t]*(\\r?\\n|\\z)", Pattern.MULTILINE | Pattern.UNIX_LINES);
    private static final Pattern TOML = Pattern.compile("\\A\\+\\+\\+[ \\t]*\\r?\\n");

    /** A file that nothing can be made of, and why. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** A text without front matter is all body. */
    static FrontMatter of(String text) throws Unreadable {
        if (TOML.matcher(text).find()) {
            throw new Unreadable("its front matter is TOML: only YAML, between lines of ---, is read");
        }
        var beginning = BEGINNING.matcher(text);
        if (!beginning.find()) {
            return new FrontMatter(Map.of(), text);
        }
        var end = END.matcher(text);
        if (!end.find(beginning.end())) {
            throw new Unreadable("its front matter has no end: a line of --- is missing");
        }
        if (end.start() - beginning.end() > LONGEST) {
            throw new Unreadable("its front matter is longer than " + LONGEST + " characters");
        }
        return new FrontMatter(
                members(text.substring(beginning.end(), end.start())), body(text, end, beginning.group(1)));
    }

    /** A blank line after the front matter, and the end of the last line, belong to the file and not to the text. */
    private static String body(String text, Matcher end, String lineEnd) {
        var rest = text.substring(end.end());
        var begun = rest.startsWith(lineEnd) ? rest.substring(lineEnd.length()) : rest;
        return begun.endsWith(lineEnd) ? begun.substring(0, begun.length() - lineEnd.length()) : begun;
    }

    private static Map<String, @Nullable Object> members(String yaml) throws Unreadable {
        try {
            Object found = yaml().load(yaml);
            if (found == null) {
                return Map.of();
            }
            if (!(found instanceof Map<?, ?> map)) {
                throw new Unreadable("its front matter is no list of names and values");
            }
            var members = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, value) -> members.put(name instanceof String text ? text : "?", value));
            return members;
        } catch (MarkedYAMLException wrong) {
            var mark = wrong.getProblemMark();
            throw new Unreadable("its front matter is no YAML: " + oneLine(wrong.getProblem())
                    + (mark == null ? "" : ", line " + (mark.getLine() + 2)));
        } catch (YAMLException wrong) {
            throw new Unreadable("its front matter is no YAML: " + oneLine(wrong.getMessage()));
        }
    }

    /** Makes nothing but texts, lists and maps, and no more of them than stand there. */
    private static Yaml yaml() {
        var limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        limits.setMaxAliasesForCollections(ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(LONGEST);
        var options = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(options), options, limits, new TextsOnly());
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Knows nothing and texts: a title may be a year, and a tag may be "no". */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
