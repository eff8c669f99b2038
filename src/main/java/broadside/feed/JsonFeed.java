package broadside.feed;

import broadside.account.AccountSummary;
import broadside.kit.json.JsonWriter;
import broadside.post.PostView;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1, whose pages are linked forwards only. */
final class JsonFeed {
    static final String MEDIA_TYPE = "application/feed+json";

    private JsonFeed() {}

    static Buffer of(Feed feed) {
        return JsonWriter.object(json -> {
            json.text("version", "https://jsonfeed.org/version/1.1")
                    .text("title", feed.subject().title())
                    .text("description", feed.subject().description())
                    .text("home_page_url", feed.addresses().site())
                    .text("feed_url", feed.first());
            given(json, "next_url", feed.next());
            json.objects("items", feed.posts(), (item, post) -> write(item, feed.addresses(), post));
        });
    }

    private static void write(JsonWriter json, Addresses addresses, PostView post) {
        json.text("id", addresses.name(post)).text("url", addresses.page(post));
        given(json, "title", post.title());
        json.text("content_html", post.html());
        given(json, "summary", post.summary());
        given(json, "image", post.coverUrl());
        given(json, "language", post.language());
        json.time("date_published", Feed.published(post))
                .time("date_modified", post.updatedAt())
                .objects("authors", List.of(post.author()), (each, author) -> write(each, addresses, author, post))
                .texts("tags", post.tags());
    }

    private static void write(JsonWriter json, Addresses addresses, AccountSummary author, PostView post) {
        json.text("name", Feed.author(post))
                .text("url", addresses.account(author.username()))
                .text("avatar", author.avatarUrl());
    }

    private static void given(JsonWriter json, String name, @Nullable String value) {
        if (value != null) {
            json.text(name, value);
        }
    }
}
