package broadside.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What somebody knows of a program, and still knows wherever its rows are.
 *
 * @param account     id of the account
 * @param token       access token
 * @param posts       ids, the oldest first
 * @param cursor      of the second page of {@code list}
 * @param rest        what is on that page
 */
public record Known(
        String username, String account, String token, List<String> posts, String list, String cursor, String rest) {
    /** Registers somebody who writes five posts. */
    public static Known at(Client anybody) {
        var username = Client.name();
        var client = anybody.register(username);
        var posts = new ArrayList<String>();
        for (int number = 1; number <= 5; number++) {
            var body = new JsonObject().put("body", "Number *" + number + "* é 漢字 \t \\ #tag\n\n```\ncode\n```");
            posts.add(client.post("/v1/posts", body).expect(201).json().getString("id"));
        }
        var list = "/v1/accounts/" + username + "/posts?limit=2";
        var cursor = client.get(list).expect(200).json().getJsonObject("page").getString("next");
        var rest = client.get(list + "&cursor=" + cursor).expect(200).text();
        return new Known(
                username, idOf(client), Objects.requireNonNull(client.token()), List.copyOf(posts), list, cursor, rest);
    }

    private static String idOf(Client client) {
        return client.get("/v1/me").expect(200).json().getString("id");
    }

    /** All of it is so at another program too. */
    public void holdsAt(Client anybody) {
        var client = anybody.with(token);
        assertEquals(username, client.get("/v1/me").expect(200).json().getString("username"));
        assertEquals(account, idOf(client));
        posts.forEach(id -> client.get("/v1/posts/" + id).expect(200));
        assertEquals(rest, client.get(list + "&cursor=" + cursor).expect(200).text());
        assertEquals(account, idOf(anybody.logIn(username, Client.PASSWORD)));
    }

    public long newest() {
        return Long.parseLong(posts.get(posts.size() - 1));
    }
}
