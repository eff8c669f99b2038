package broadside.post;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.text.Mentions;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Those of some names whom an author may see, by the key of their name. */
record Mentioned(Map<String, Person> people) {
    private static final Sql FIND = Sql.of("""
            select a.id, a.username, a.username_key from visible_account(?) a where a.username_key = any (?::text[])""");

    record Person(long id, String username) {
        /** Percent-encoded: a name may be of any script. */
        String address(String publicUrl) {
            return publicUrl + "/v1/accounts/" + URLEncoder.encode(username, StandardCharsets.UTF_8);
        }
    }

    private record Found(String key, Person person) {}

    static Future<Mentioned> find(Reads reads, Set<String> keys, long author) {
        return keys.isEmpty()
                ? Future.succeededFuture(new Mentioned(Map.of()))
                : reads.list(
                                FIND.with(author, keys.toArray(String[]::new)),
                                row -> new Found(
                                        row.getString("username_key"),
                                        new Person(row.getLong("id"), row.getString("username"))))
                        .map(Mentioned::of);
    }

    private static Mentioned of(List<Found> found) {
        return new Mentioned(found.stream().collect(Collectors.toMap(Found::key, Found::person)));
    }

    /** A text with links to those it mentions. */
    Rendition in(Mentions mentions, String publicUrl) {
        var addresses = people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .address(publicUrl)));
        var ids = mentions.link(addresses).stream()
                .map(key -> people.getOrDefault(key, new Person(0, "")).id())
                .toList();
        return new Rendition(mentions.render(), ids);
    }
}
