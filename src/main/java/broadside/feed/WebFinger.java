package broadside.feed;

import broadside.account.AccountView;
import broadside.kit.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an account elsewhere by its name and host: a JSON Resource Descriptor (RFC 7033, 4.4). */
final class WebFinger {
    static final String MEDIA_TYPE = "application/jrd+json";

    private static final String PROFILE = "http://webfinger.net/rel/profile-page";
    private static final String AVATAR = "http://webfinger.net/rel/avatar";

    private WebFinger() {}

    private record Link(
            String rel,
            @Nullable String type,
            String href,
            @Nullable String title) {
        void write(JsonWriter json) {
            json.text("rel", rel);
            if (type != null) {
                json.text("type", type);
            }
            json.text("href", href);
            if (title != null) {
                json.object("titles", titles -> titles.text("en", title));
            }
        }
    }

    /** @param relations the ones asked for (4.3); empty: all */
    static Buffer of(AccountView account, Addresses addresses, List<String> relations) {
        var profile = addresses.account(account.username());
        var links = links(account, addresses, profile).stream()
                .filter(link -> relations.isEmpty() || relations.contains(link.rel()))
                .toList();
        return JsonWriter.object(
                json -> json.text("subject", new AcctUri(account.username(), addresses.hostName()).toString())
                        .texts("aliases", List.of(profile))
                        .objects("links", links, (each, link) -> link.write(each)));
    }

    private static List<Link> links(AccountView account, Addresses addresses, String profile) {
        var links = new ArrayList<Link>();
        links.add(new Link(PROFILE, "application/json", profile, null));
        links.add(new Link("self", "application/json", profile, null));
        links.add(new Link(AVATAR, null, account.avatarUrl(), null));
        Place.account(account.username())
                .links(addresses.publicUrl())
                .forEach(feed -> links.add(new Link(FeedLink.RELATION, feed.type(), feed.href(), feed.title())));
        return links;
    }
}
