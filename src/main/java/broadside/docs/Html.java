package broadside.docs;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.function.Supplier;

/** Pages: templates whose {@code {names}} are filled in, under policies that let nothing foreign run. */
final class Html {
    static final String MEDIA_TYPE = "text/html; charset=utf-8";
    /** For a page that only shows something (Content Security Policy Level 3). */
    static final String STILL = "default-src 'none'; style-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** For the page that calls this server; its icons are data URIs in a stylesheet. */
    static final String INTERACTIVE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Html() {}

    static Asset page(String path, String policy, Supplier<String> html) {
        return Asset.of(path, MEDIA_TYPE, () -> Buffer.buffer(html.get())).with("Content-Security-Policy", policy);
    }

    static String fill(String template, Map<String, String> values) {
        var html = template;
        for (var value : values.entrySet()) {
            html = html.replace("{" + value.getKey() + "}", value.getValue());
        }
        return html;
    }
}
