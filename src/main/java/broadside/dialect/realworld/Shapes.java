package broadside.dialect.realworld;

import broadside.account.AccountView;
import broadside.follow.Acquaintance;
import broadside.kit.json.JsonWriter;
import broadside.post.ArticleView;
import broadside.post.CommentView;

/** The objects of this dialect. */
final class Shapes {
    private Shapes() {}

    /** Somebody to herself, with the token she uses. */
    static void user(JsonWriter json, AccountView account, String token) {
        json.text("email", account.own().email())
                .text("token", token)
                .text("username", account.username())
                .text("bio", account.bio())
                .text("image", account.own().picture());
    }

    static void profile(JsonWriter json, Acquaintance person) {
        json.text("username", person.username())
                .text("bio", person.bio())
                .text("image", person.picture())
                .flag("following", person.following());
    }

    static void article(JsonWriter json, ArticleView article) {
        listed(json, article);
        json.text("body", article.body());
    }

    /** In lists, without its body. */
    static void listed(JsonWriter json, ArticleView article) {
        var summary = article.summary();
        json.text("slug", article.slug())
                .text("title", article.title())
                .text("description", summary == null ? "" : summary)
                .texts("tagList", article.tags().stream().sorted().toList())
                .time("createdAt", article.publishedAt())
                .time("updatedAt", article.updatedAt())
                .flag("favorited", article.liked())
                .number("favoritesCount", article.likes())
                .object("author", author -> profile(author, article.author()));
    }

    static void comment(JsonWriter json, CommentView comment) {
        json.number("id", comment.id())
                .time("createdAt", comment.publishedAt())
                .time("updatedAt", comment.updatedAt())
                .text("body", comment.body())
                .object("author", author -> profile(author, comment.author()));
    }
}
