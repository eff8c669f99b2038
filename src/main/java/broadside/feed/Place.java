package broadside.feed;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a feed is found in each format, and what is in it.
 *
 * @param path  what comes after the format
 * @param posts which posts, in a few words
 */
record Place(String path, String posts) {
    static final Place SITE = new Place("", "Posts");

    static Place account(String username) {
        return new Place("/accounts/" + Addresses.segment(username), "Posts by @" + username);
    }

    static Place tag(String tag) {
        return new Place("/tags/" + Addresses.segment(tag), "Posts tagged #" + tag);
    }

    static Place search(String typed) {
        return new Place("/search?q=" + Addresses.segment(typed), "Posts with “" + typed + "”");
    }

    /** One link for each format. */
    List<FeedLink> links(String publicUrl) {
        return Stream.of(Format.values())
                .map(format -> new FeedLink(
                        publicUrl + "/feeds/" + format.word() + path,
                        format.mediaType(),
                        posts + " (" + format.title() + ")"))
                .toList();
    }
}
