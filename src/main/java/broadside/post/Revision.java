package broadside.post;

import broadside.kit.json.JsonWriter;
import java.time.Instant;

/** A post's text as it was once. */
record Revision(int number, PostText text, Instant createdAt) {
    void write(JsonWriter json) {
        json.number("number", number)
                .text("title", text.title())
                .text("summary", text.summary())
                .text("body", text.body())
                .text("language", text.language())
                .texts("tags", text.tags())
                .time("createdAt", createdAt);
    }
}
