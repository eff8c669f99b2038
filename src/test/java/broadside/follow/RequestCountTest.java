package broadside.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever is done about a request at once, one thing comes of it. */
class RequestCountTest {
    private static final Server SERVER = Server.shared();
    private static final int ASKERS = 100;

    private final String name = Client.name();
    private final List<Client> people = Guests.named(SERVER, name, ASKERS + 1);
    private final Client ada = people.get(0);

    private static CompletableFuture<Reply> patiently(Supplier<CompletableFuture<Reply>> send, int attempts) {
        return send.get()
                .thenCompose(reply -> reply.status() == 503 && attempts > 1
                        ? patiently(send, attempts - 1)
                        : CompletableFuture.completedFuture(reply));
    }

    private static List<Reply> together(List<Supplier<CompletableFuture<Reply>>> all) {
        Collections.shuffle(all, new Random(7));
        var under = all.stream().map(send -> patiently(send, 30)).toList();
        return under.stream().map(CompletableFuture::join).toList();
    }

    private Supplier<CompletableFuture<Reply>> follow(int asker) {
        return () -> people.get(asker).sending("PUT", "/v1/accounts/" + name + 1 + "/follow", null);
    }

    private Supplier<CompletableFuture<Reply>> withdraw(int asker) {
        return () -> people.get(asker).sending("DELETE", "/v1/accounts/" + name + 1 + "/follow", null);
    }

    private Supplier<CompletableFuture<Reply>> adas(String method, String path, int asker) {
        return () -> ada.sending(method, path.replace("{}", name + (asker + 1)), null);
    }

    private String ask(String query) {
        return String.valueOf(TestDatabase.ask(SERVER.database(), query.replace("{}", name)));
    }

    @Test
    void acceptWithdrawAndBlockAtOnce() {
        ada.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        var asking = new ArrayList<Supplier<CompletableFuture<Reply>>>();
        for (int asker = 1; asker <= ASKERS; asker++) {
            asking.add(follow(asker));
            asking.add(follow(asker));
        }
        assertTrue(together(asking).stream().allMatch(reply -> reply.status() == 202));
        assertEquals(
                String.valueOf(ASKERS),
                ask("select count(*) from event e join account a on a.id = e.actor_id"
                        + " where a.username like '{}%' and e.kind = 'follow.requested'"));

        var all = new ArrayList<Supplier<CompletableFuture<Reply>>>();
        for (int asker = 1; asker <= ASKERS; asker++) {
            all.add(adas("PUT", "/v1/me/followers/{}", asker));
            all.add(adas("PUT", "/v1/me/followers/{}", asker));
            switch (asker % 4) {
                case 0 -> all.add(withdraw(asker));
                case 1 -> all.add(adas("PUT", "/v1/accounts/{}/block", asker));
                case 2 -> all.add(adas("DELETE", "/v1/me/follow-requests/{}", asker));
                default -> all.add(follow(asker));
            }
        }
        var allowed = Set.of(202, 204, 404);
        assertEquals(
                List.of(),
                together(all).stream()
                        .map(Reply::status)
                        .filter(status -> !allowed.contains(status))
                        .toList());
        holds();
        assertEquals(
                "0",
                ask("select count(*) from follow_request r join account a on a.id = r.follower_id"
                        + " where a.username like '{}%'"),
                "each was answered one way or the other");
    }

    /** Rows, counters and events tell the same. */
    private void holds() {
        var followers =
                ask("select count(*) from follow f join account a on a.id = f.followed_id where a.username = '{}1'");
        assertEquals(
                followers,
                ask(
                        "select followers from account_stat s join account a on a.id = s.account_id where a.username = '{}1'"));
        assertEquals(
                followers,
                ask("select sum(following) from account_stat s join account a on a.id = s.account_id"
                        + " where a.username like '{}%'"));
        assertEquals(
                "0",
                ask(
                        "select count(*) from follow f join block b on b.account_id = f.followed_id"
                                + " and b.blocked_id = f.follower_id join account a on a.id = f.followed_id where a.username = '{}1'"));
        assertEquals(followers, ask("""
                select count(*) filter (where e.kind = 'follow.accepted') - count(*) filter (where e.kind = 'follow.ended')
                from event e join account a on a.id = e.actor_id where a.username like '{}%'"""));
    }
}
