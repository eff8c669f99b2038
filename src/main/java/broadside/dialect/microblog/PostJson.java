package broadside.dialect.microblog;

import broadside.kit.json.JsonWriter;
import broadside.post.Note;

/** A post as this API shows it. Members stand in the order of the alphabet. */
final class PostJson {
    private PostJson() {}

    static void write(JsonWriter json, Note post, long viewer) {
        json.object("author", author -> UserJson.write(author, post.author(), viewer))
                .number("id", post.id())
                .text("text", post.text())
                .text("timestamp", Moment.text(post.publishedAt()))
                .text("url", Microblog.API + "/posts/" + post.id());
    }
}
