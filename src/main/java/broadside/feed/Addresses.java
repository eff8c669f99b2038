package broadside.feed;

import broadside.post.PostView;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where things are found, in whole.
 *
 * @param publicUrl where clients reach the API, without a slash at the end
 * @param postUrl   page of the front end for a post, with {@code {id}} in it; null: the post in the API
 */
public record Addresses(String publicUrl, @Nullable String postUrl) {
    /** A page that people can read, where there is one. */
    String page(PostView post) {
        return page(post.id());
    }

    String page(long post) {
        return postUrl == null ? name(post) : postUrl.replace("{id}", Long.toString(post));
    }

    /** What names a post for ever, whatever front end shows it. */
    String name(PostView post) {
        return name(post.id());
    }

    private String name(long post) {
        return publicUrl + "/v1/posts/" + post;
    }

    String account(String username) {
        return publicUrl + "/v1/accounts/" + segment(username);
    }

    /** A part of the map of all posts. */
    String sitemap(long part) {
        return publicUrl + "/sitemap-" + part + ".xml";
    }

    String site() {
        return publicUrl + "/";
    }

    /** What the site is called as long as nobody says otherwise. */
    String host() {
        return URI.create(publicUrl).getAuthority();
    }

    /** The same without a port. */
    String hostName() {
        return URI.create(publicUrl).getHost();
    }

    /** Whether a host, with or without a port, is this one. */
    boolean isHere(String other) {
        return other.equalsIgnoreCase(hostName()) || other.equalsIgnoreCase(host());
    }

    /** A part of a path, percent-encoded. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
