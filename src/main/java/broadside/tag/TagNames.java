package broadside.tag;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.text.Tag;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What was written about last, by the names its authors gave: for APIs that show a plain list of tags. */
public final class TagNames {
    private static final int ARTICLES = 1_000;
    private static final int MOST = 100;

    private static final Sql NEWEST = Sql.of("""
            select recent.tags from (
              select p.tags, p.published_at, p.id from visible_post(null) p
              where p.status = 'published' and p.visibility = 'public' and p.parent_id is null and p.title is not null
              order by p.published_at desc, p.id desc limit ?) as recent
            where recent.tags <> '{}' order by recent.published_at desc, recent.id desc""");

    private TagNames() {}

    /** The tags of the newest 1,000 public articles, at most 100, the last used first; of several spellings the last used. */
    public static Future<List<String>> newest(Reads reads) {
        return reads.list(NEWEST.with(ARTICLES), row -> List.of(row.getArrayOfStrings("tags")))
                .map(TagNames::distinct);
    }

    private static List<String> distinct(List<List<String>> used) {
        var byKey = new LinkedHashMap<String, String>();
        for (var tags : used) {
            for (var tag : tags) {
                var key = Tag.key(tag);
                if (key != null) {
                    byKey.putIfAbsent(key, tag);
                }
            }
        }
        return new ArrayList<>(byKey.values()).stream().limit(MOST).toList();
    }
}
