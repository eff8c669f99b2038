package broadside.post;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.text.Slug;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The addresses of articles: unique on the whole site, for ever. */
final class Slugs {
    /** In one statement, so that of any number of rivals each gets one: the constraint decides who gets the plain one. */
    private static final Sql CLAIM = Sql.of("""
            with wanted (slug, suffixed, post_id) as (values (?::text, ?::text, ?::bigint)),
            own as (select slug from slug join wanted using (slug, post_id)),
            plain as (
              insert into slug (slug, post_id) select slug, post_id from wanted where not exists (select from own)
              on conflict do nothing returning slug),
            other as (
              insert into slug (slug, post_id) select suffixed, post_id from wanted
              where not exists (select from own) and not exists (select from plain) returning slug)
            select slug from own union all select slug from plain union all select slug from other""");

    /** Beside an address with a slug, other APIs have one with this word, which would hide the article. */
    private static final Set<String> NEVER_PLAIN = Set.of("feed");

    private final RandomGenerator random = new SecureRandom();

    /** A slug for the title of a post that is yet to be stored; none for a note. */
    Future<@Nullable String> first(Tx tx, @Nullable String title) {
        return title == null ? Future.succeededFuture(null) : claim(tx, base(title), null);
    }

    /** The same for what had an address elsewhere, which it keeps unless somebody has it. */
    Future<@Nullable String> former(Tx tx, FormerPost former) {
        var kept = former.slug();
        return kept == null ? first(tx, former.title()) : claim(tx, base(kept), null);
    }

    /** The slug after a change of title: the same where the new title would make the same one. */
    Future<@Nullable String> next(Tx tx, Post post, @Nullable String title) {
        var before = post.draft().text().title();
        if (title == null) {
            return Future.succeededFuture(null);
        }
        return before != null && base(before).equals(base(title))
                ? Future.succeededFuture(post.slug())
                : claim(tx, base(title), post.id());
    }

    private Future<@Nullable String> claim(Tx tx, String slug, @Nullable Long post) {
        var plain = NEVER_PLAIN.contains(slug) ? Slug.withSuffix(slug, random) : slug;
        return tx.first(CLAIM.with(plain, Slug.withSuffix(slug, random), post), row -> row.getString("slug"))
                .map(claimed -> claimed.orElseThrow());
    }

    /** What a slug is made of: a title, or what was an address elsewhere. */
    static String base(String title) {
        return Slug.from(title, "post");
    }
}
