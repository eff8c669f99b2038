package broadside.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The transcript of a first session in the README: commands after a {@code $}, and what they print. */
record Readme(String text, int from, int to) {
    private static final Pattern TRANSCRIPT =
            Pattern.compile("<!-- first session -->\n```console\n(.*?)```", Pattern.DOTALL);

    /** A command, over one or more lines, and its output. */
    record Step(String command, String output) {}

    static Readme of(String text) {
        var found = TRANSCRIPT.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the README has no transcript");
        }
        return new Readme(text, found.start(1), found.end(1));
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var part : text.substring(from, to).split("(?m)^\\$ ")) {
            if (!part.isEmpty()) {
                var end = endOfCommand(part);
                steps.add(new Step(part.substring(0, end), part.substring(end + 1)));
            }
        }
        return steps;
    }

    private static int endOfCommand(String part) {
        int end = part.indexOf('\n');
        while (part.charAt(end - 1) == '\\') {
            end = part.indexOf('\n', end + 1);
        }
        return end;
    }

    String with(List<Step> steps) {
        var transcript = new StringBuilder();
        steps.forEach(step ->
                transcript.append("$ ").append(step.command()).append('\n').append(step.output()));
        return text.substring(0, from) + transcript + text.substring(to);
    }
}
