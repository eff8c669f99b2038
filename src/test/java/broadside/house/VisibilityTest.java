package broadside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may see what is decided in SQL functions: visible_account and visible_post, and heard_account and heard_post on top of them.
 * Whatever shows people or posts selects from these.
 */
class VisibilityTest {
    private static final Path SOURCES = Path.of("src/main/java/broadside");
    private static final Pattern READS = Pattern.compile("(?i)\\b(from|join|using)\\s+(only\\s+)?(post|account)\\b");

    /** Files that read the tables themselves, how often, and why they may: none of it is shown to anybody it is not for. */
    private static final Map<String, Reading> MAY = Map.ofEntries(
            Map.entry("account/Accounts.java", new Reading(2, "finds and removes closed accounts")),
            Map.entry("account/Standing.java", new Reading(1, "finds the account whose standing is to be changed")),
            Map.entry("account/AccountQueries.java", new Reading(1, "turns names into ids, for what is brought")),
            Map.entry(
                    "follow/Unlocked.java",
                    new Reading(3, "whose requests are accepted, in the background; that all stay where they are")),
            Map.entry(
                    "follow/Pair.java",
                    new Reading(3, "whom one has blocked oneself, to end that; that both stay where they are")),
            Map.entry("follow/FollowQueries.java", new Reading(2, "whom one has blocked oneself")),
            Map.entry("session/Credential.java", new Reading(2, "logging in; locks one's own")),
            Map.entry("session/ProviderSignIns.java", new Reading(1, "whose address it is")),
            Map.entry("session/Sessions.java", new Reading(1, "logging in")),
            Map.entry("session/SessionAuthenticator.java", new Reading(2, "whose token it is")),
            Map.entry("session/RefreshToken.java", new Reading(1, "whose token it is")),
            Map.entry("session/MailLink.java", new Reading(1, "whose link it is")),
            Map.entry("session/Registrations.java", new Reading(1, "whether an address is taken")),
            Map.entry("session/EmailAddresses.java", new Reading(1, "one's own address")),
            Map.entry("session/PasswordChanges.java", new Reading(3, "whom a letter is for; whose password it is")),
            Map.entry("post/ClosedAccounts.java", new Reading(3, "removes posts of closed accounts")),
            Map.entry(
                    "post/PostLists.java", new Reading(2, "turns a name into an id, by which posts are then filtered")),
            Map.entry("post/PostQueries.java", new Reading(1, "the author beside a post that may be seen")),
            Map.entry(
                    "post/ArticleQueries.java",
                    new Reading(
                            2,
                            "the author beside an article that may be seen; ids, each then held against heard_post")),
            Map.entry(
                    "post/NoteQueries.java",
                    new Reading(
                            2, "the author beside a note that may be seen; ids, each then held against heard_post")),
            Map.entry("post/CommentQueries.java", new Reading(1, "the author beside a reply that may be seen")),
            Map.entry("account/AccountHoldings.java", new Reading(1, "all that is kept of one, for an export")),
            Map.entry("follow/FollowHoldings.java", new Reading(6, "whom one follows and the like, for an export")),
            Map.entry("post/PostHoldings.java", new Reading(4, "all one has written, for an export")),
            Map.entry("moderation/ReportHoldings.java", new Reading(1, "what one has reported, for an export")),
            Map.entry("transfer/MessageHoldings.java", new Reading(2, "one's own messages, for an export")),
            Map.entry("post/MentionRecords.java", new Reading(1, "locks those a post mentions")),
            Map.entry("post/HiddenReplies.java", new Reading(2, "whose the posts above are; counts")),
            Map.entry("post/Parent.java", new Reading(4, "locks what is answered; whose rules hold; how wide it is")),
            Map.entry("post/PostRecords.java", new Reading(3, "writes what follows from a post; counts")),
            Map.entry("post/Posts.java", new Reading(2, "finds the post that is to be published; deletes")),
            Map.entry("post/RevisionQueries.java", new Reading(1, "one's own")),
            Map.entry(
                    "search/PostHits.java",
                    new Reading(1, "turns a name into an id, by which posts are then filtered")),
            Map.entry("post/ThreadQueries.java", new Reading(2, "the ids above a post")),
            Map.entry("series/Shelf.java", new Reading(1, "locks one's own articles")),
            Map.entry("tag/Tags.java", new Reading(1, "locks one's own account")),
            Map.entry("transfer/Ledger.java", new Reading(2, "which accounts users of elsewhere have become")),
            Map.entry("transfer/Seeds.java", new Reading(1, "whether there is anybody yet")),
            Map.entry("transfer/FreeNames.java", new Reading(1, "whether an address is taken")),
            Map.entry("post/SeenPost.java", new Reading(4, "locks what is seen through visible_post")),
            Map.entry("reaction/Reaction.java", new Reading(1, "whether a post that is reposted is a reply")),
            Map.entry("reaction/Leavers.java", new Reading(2, "locks posts whose counts change")),
            Map.entry("moderation/Reports.java", new Reading(1, "locks what is seen through visible_account")),
            Map.entry("moderation/ReportQueries.java", new Reading(5, "for moderators, whoever blocked whom")),
            Map.entry("app/roster/Roster.java", new Reading(1, "for whoever keeps the program, on the command line")),
            Map.entry("moderation/AuditQueries.java", new Reading(1, "for administrators, whoever blocked whom")));

    private record Reading(int times, String why) {}

    @Test
    void nothingElseReadsPeopleOrPosts() throws IOException {
        var allowed = new TreeMap<String, Integer>();
        MAY.forEach((file, reading) -> allowed.put(file, reading.times()));
        var found = new TreeMap<String, Integer>();
        try (var sources = Files.walk(SOURCES)) {
            sources.filter(path -> path.toString().endsWith(".java"))
                    .forEach(path -> found.put(SOURCES.relativize(path).toString(), readings(path)));
        }
        found.values().removeIf(times -> times == 0);
        assertEquals(allowed, found);
    }

    private static int readings(Path source) {
        return (int) READS.matcher(text(source)).results().count();
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A function that is not inlined is run to its end for every page: its name then stands in the plan. */
    @ParameterizedTest
    @ValueSource(strings = {"visible_account", "visible_post", "heard_account", "heard_post"})
    void thePlannerSeesThroughTheFunctions(String function) {
        for (var viewer : List.of("null", "1", "viewer.id")) {
            var plan = plan(
                    "select f.* from (select 1::bigint as id) as viewer cross join " + function + "(" + viewer + ") f");
            assertFalse(plan.contains("Function Scan") || plan.contains(function), plan);
        }
    }

    /** Whatever the tables hold: where sorting is switched off, an index gives the order of a list, through the function. */
    @ParameterizedTest
    @ValueSource(strings = {"visible_post", "heard_post"})
    void listsAreWalkedInOrder(String function) {
        var plan = plan("""
                select p.id from (select 1::bigint as id) as viewer cross join %s(viewer.id) p
                join account a on a.id = p.author_id left join post_stat s on s.post_id = p.id
                where p.status = 'published' and p.visibility = 'public' and p.parent_id is null
                order by p.published_at desc, p.id desc limit 21""".formatted(function));
        assertTrue(plan.contains("Index Scan using post_public"), plan);
        assertFalse(plan.contains("Sort") || plan.contains("Hash"), plan);
    }

    /** A thread is a range of one index, and so are the replies to a post. */
    @Test
    void threadsAreWalkedInOrder() {
        var thread = plan("""
                select p.id from (select 1::bigint as id) as viewer cross join heard_post(viewer.id) p
                join account a on a.id = p.author_id left join post_stat s on s.post_id = p.id
                where p.parent_id is not null and p.status = 'published' and cardinality(p.ancestors) <= 30
                and array_append(p.ancestors, p.id) > '{1}'::bigint[] and array_append(p.ancestors, p.id) < '{2}'::bigint[]
                order by array_append(p.ancestors, p.id) limit 21""");
        assertTrue(thread.contains("Index Scan using post_thread"), thread);
        assertFalse(thread.contains("Sort") || thread.contains("Hash"), thread);
        var replies = plan("""
                select p.id from (select 1::bigint as id) as viewer cross join heard_post(viewer.id) p
                join account a on a.id = p.author_id left join post_stat s on s.post_id = p.id
                where p.parent_id = 1 and p.status = 'published' order by p.published_at desc, p.id desc limit 21""");
        assertTrue(replies.contains("Index Scan using post_replies"), replies);
        assertFalse(replies.contains("Sort") || replies.contains("Hash"), replies);
    }

    private static String plan(String query) {
        try (var connection = TestDatabase.connect(Server.shared().database());
                var statement = connection.createStatement()) {
            statement.execute("set enable_sort = off; set enable_hashjoin = off; set enable_seqscan = off");
            var lines = new StringJoiner("\n");
            try (var rows = statement.executeQuery("explain (costs off) " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines.toString();
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }
}
