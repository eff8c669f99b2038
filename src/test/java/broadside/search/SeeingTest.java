package broadside.search;

import static broadside.search.Library.anybody;
import static broadside.search.Library.found;
import static broadside.search.Library.word;
import static broadside.search.Library.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody finds what she may not see. */
class SeeingTest {
    private final Client author = anybody().register();
    private final Client viewer = anybody().register();
    private final String word = word();

    private static String id(Client somebody) {
        return somebody.get("/v1/me").expect(200).json().getString("id");
    }

    private static String name(Client somebody) {
        return somebody.get("/v1/me").expect(200).json().getString("username");
    }

    private static void execute(String sql) {
        TestDatabase.execute(Library.SERVER.database(), sql);
    }

    private String post(String visibility, String status) {
        return write(
                author, Library.tagged(word, word).put("visibility", visibility).put("status", status));
    }

    private static List<String> tags(Client viewer, String prefix) {
        return viewer.get("/v1/search/tags?q=" + prefix).expect(200).json().getJsonArray("data").stream()
                .map(tag -> ((JsonObject) tag).getString("name"))
                .toList();
    }

    private static List<String> accounts(Client viewer, String typed) {
        return viewer.get("/v1/search/accounts?q=" + typed).expect(200).json().getJsonArray("data").stream()
                .map(account -> ((JsonObject) account).getString("username"))
                .toList();
    }

    @Test
    void whatIsNotForEverybodyIsFoundByThoseItIsFor() {
        var own = post("private", "published");
        var followers = post("followers", "published");
        post("public", "draft");
        assertEquals(List.of(), found(anybody(), word));
        assertEquals(List.of(), found(viewer, word));
        assertEquals(List.of(followers, own), found(author, word));
        assertEquals(List.of(), tags(viewer, word));
        assertEquals(List.of(word), tags(author, word));
        execute("insert into follow values (" + id(viewer) + ", " + id(author) + ", now())");
        assertEquals(List.of(followers), found(viewer, word));
        assertEquals(List.of(word), tags(viewer, word));
    }

    @Test
    void whoIsBlockedFindsNothingEitherWay() {
        var post = post("public", "published");
        assertEquals(List.of(post), found(viewer, word));
        assertEquals(List.of(name(author)), accounts(viewer, name(author)));
        execute("insert into block values (" + id(author) + ", " + id(viewer) + ", now())");
        assertEquals(List.of(), found(viewer, word));
        assertEquals(List.of(), tags(viewer, word));
        assertEquals(List.of(), accounts(viewer, name(author)));
        assertEquals(List.of(), accounts(author, name(viewer)));
        assertEquals(List.of(post), found(anybody(), word));
    }

    @Test
    void theMutedAreFoundByNameOnly() {
        post("public", "published");
        execute("insert into mute values (" + id(viewer) + ", " + id(author) + ", now())");
        assertEquals(List.of(), found(viewer, word));
        assertEquals(List.of(), tags(viewer, word));
        assertEquals(List.of(name(author)), accounts(viewer, name(author)));
    }

    @Test
    void theSuspendedAreNotFound() {
        post("public", "published");
        execute("update account set suspended_at = now() where id = " + id(author));
        assertEquals(List.of(), found(viewer, word));
        assertEquals(List.of(), tags(viewer, word));
        assertEquals(List.of(), accounts(viewer, word));
    }
}
