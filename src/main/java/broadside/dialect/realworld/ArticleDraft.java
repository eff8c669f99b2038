package broadside.dialect.realworld;

import broadside.kit.http.Call;
import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;

/** What somebody writes, said in the members of our own API. */
final class ArticleDraft {
    private ArticleDraft() {}

    /** A whole article. */
    static JsonObject whole(Call call) {
        var article = Envelope.open(call, "article");
        var fields = article.fields();
        Envelope.needed(fields, "title");
        Envelope.needed(fields, "description");
        Envelope.needed(fields, "body");
        fields.notNull("tagList");
        fields.judge();
        return ours(article.content());
    }

    /** What changes about one: what is absent stays. */
    static JsonObject patch(Call call) {
        var article = Envelope.open(call, "article");
        var fields = article.fields();
        Envelope.notBlank(fields, "title");
        Envelope.notBlank(fields, "description");
        Envelope.notBlank(fields, "body");
        fields.notNull("tagList");
        fields.judge();
        return ours(article.content());
    }

    private static JsonObject ours(JsonObject theirs) {
        var ours = new JsonObject();
        move(theirs, "title", ours, "title");
        move(theirs, "description", ours, "summary");
        move(theirs, "body", ours, "body");
        move(theirs, "tagList", ours, "tags");
        return ours;
    }

    private static void move(JsonObject from, String name, JsonObject to, String as) {
        if (from.containsKey(name)) {
            to.put(as, from.getValue(name));
        }
    }

    /** A comment on an article. */
    static JsonObject comment(Call call, long article) {
        Fields fields = Envelope.open(call, "comment").fields();
        var body = Envelope.needed(fields, "body");
        fields.judge();
        return new JsonObject().put("body", body).put("replyTo", Long.toString(article));
    }
}
