package broadside.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a feed is found in each format, and what is in it.
 *
 * @param path  what comes after the format
 * @param posts which posts, in a few words
 */
record Place(String path, String posts) {
    private static final List<Format> FORMATS = List.of(Format.values());
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
        var links = new ArrayList<FeedLink>(FORMATS.size());
        for (var format : FORMATS) {
            var href = publicUrl + "/feeds/" + format.word() + path;
            links.add(new FeedLink(href, format.mediaType(), posts + " (" + format.title() + ")"));
        }
        return links;
    }
}
