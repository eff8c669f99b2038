package broadside.feed;

import broadside.account.AccountSummary;
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
        return postUrl == null ? name(post) : postUrl.replace("{id}", Long.toString(post.id()));
    }

    /** What names a post for ever, whatever front end shows it. */
    String name(PostView post) {
        return publicUrl + "/v1/posts/" + post.id();
    }

    String account(AccountSummary account) {
        return publicUrl + "/v1/accounts/" + segment(account.username());
    }

    String site() {
        return publicUrl + "/";
    }

    /** What the site is called as long as nobody says otherwise. */
    String host() {
        return URI.create(publicUrl).getAuthority();
    }

    /** A part of a path, percent-encoded. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
