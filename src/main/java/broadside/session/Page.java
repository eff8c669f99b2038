package broadside.session;

import broadside.kit.http.Answer;
import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import broadside.kit.text.Sha256;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.stream.Collectors;

/** A page for people who followed a mailed link: one file, no script, nothing from elsewhere. */
final class Page {
    private static final String STYLE = """
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem;
              color: #222; background: #fff }
            label, input, button { display: block; font: inherit }
            input { width: 100%; box-sizing: border-box; padding: .5rem; margin: .3rem 0 1rem; border: 1px solid #777 }
            button { padding: .6rem 1.2rem; border: 0; border-radius: .3rem; color: #fff; background: #1a4f8b }
            .wrong { color: #a11 }
            @media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1b } .wrong { color: #f88 } }
            """;
    /** Allows this style and a form that goes back to us (CSP Level 3, 2.3.1: hashes of inline styles). */
    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Page() {}

    /** @param content HTML of the page below its heading */
    static Answer of(int status, String title, String content) {
        var html = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <h1>%s</h1>
                %s</body>
                </html>
                """.formatted(escape(title), STYLE, escape(title), content);
        return Answer.of(status, "text/html; charset=utf-8", Buffer.buffer(html))
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-store");
    }

    static String paragraph(String text) {
        return "<p>" + escape(text) + "</p>\n";
    }

    /** What went wrong, in the words the API has for it. */
    static String wrong(Problem problem) {
        var details = problem.violations().isEmpty()
                ? problem.detail()
                : problem.violations().stream().map(Violation::detail).collect(Collectors.joining(" "));
        return "<p class=\"wrong\" role=\"alert\">" + escape(details) + "</p>\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String style) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style));
    }
}
