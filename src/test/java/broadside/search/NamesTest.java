package broadside.search;

import static broadside.search.Library.anybody;
import static broadside.search.Library.encoded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People and tags by how they begin. */
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Wilhelmina Škvorecká, wilhel",
        "Wilhelmina Škvorecká, SKVOREC",
        "Wilhelmina Škvorecká, škvorecka",
        "Wilhelmina Škvorecká, wilhemlina",
        "Wilhelmina Škvorecká, Wilhelmina Skvo",
        "Владимир Преображенский, преоб",
        "Владимир Преображенский, Преоброженский",
        "歐陽若曦, 若曦",
        "歐陽若曦, 歐",
        "Müller-Lüdenscheidt, ludenscheid"
    })
    void peopleAreFoundByTheirNames(String displayName, String typed) {
        var name = Client.name();
        var somebody = anybody().register(name);
        somebody.patch("/v1/me", new JsonObject().put("displayName", displayName))
                .expect(200);
        assertTrue(accounts(typed).contains(name), accounts(typed).toString());
        somebody.patch("/v1/me", new JsonObject().putNull("displayName")).expect(200);
        assertTrue(!accounts(typed).contains(name));
    }

    /** The server does its own work with an empty search path: what indexes are made of must not depend on it. */
    @Test
    void theServerCanLookThroughTheTables() {
        anybody().register();
        TestDatabase.execute(Library.SERVER.database(), "analyze account, post, post_tag, post_search");
        assertTrue(!accounts("u").isEmpty());
    }

    @Test
    void theNameItselfComesFirst() {
        var name = Client.name();
        anybody().register(name + "x");
        anybody().register(name);
        anybody().register("y" + name.substring(1));
        var found = accounts(name);
        assertEquals(List.of(name, name + "x"), found.subList(0, 2));
        assertEquals(
                1,
                anybody()
                        .get("/v1/search/accounts?limit=1&q=" + name)
                        .expect(200)
                        .json()
                        .getJsonArray("data")
                        .size());
        assertEquals(name, accounts(name.toUpperCase(java.util.Locale.ROOT)).get(0));
        assertTrue(accounts("x" + name.substring(1)).contains(name), "a letter is wrong");
    }

    private static List<String> accounts(String typed) {
        return names(
                anybody()
                        .get("/v1/search/accounts?q=" + encoded(typed))
                        .expect(200)
                        .json(),
                "username");
    }

    private static List<String> names(JsonObject page, String member) {
        return page.getJsonArray("data").stream()
                .map(each -> ((JsonObject) each).getString(member))
                .toList();
    }

    @Test
    void tagsAreFoundByTheirBeginnings() {
        var word = Library.word();
        var author = anybody().register();
        var tags = IntStream.range(0, 25)
                .mapToObj(i -> word + "-" + (char) ('a' + i))
                .toList();
        for (int i = 0; i < 25; i += 5) {
            Library.write(author, Library.tagged("x", tags.subList(i, i + 5).toArray(String[]::new)));
        }
        Library.write(author, Library.tagged("x", word.substring(1), "日本" + word));
        var found = new ArrayList<String>();
        var address = "/v1/search/tags?limit=10&q=" + word.toUpperCase(java.util.Locale.ROOT);
        var page = anybody().get(address).expect(200).json();
        found.addAll(names(page, "name"));
        for (var next = page.getJsonObject("page").getString("next"); next != null; ) {
            page = anybody().get(address + "&cursor=" + next).expect(200).json();
            found.addAll(names(page, "name"));
            next = page.getJsonObject("page").getString("next");
        }
        assertEquals(tags, found);
        assertEquals(
                List.of("日本" + word),
                names(
                        anybody()
                                .get("/v1/search/tags?q=" + encoded("日本" + word))
                                .expect(200)
                                .json(),
                        "name"));
        assertTrue(!names(
                        anybody()
                                .get("/v1/search/tags?q=" + encoded("日"))
                                .expect(200)
                                .json(),
                        "name")
                .isEmpty());
        assertEquals(
                List.of(),
                names(
                        anybody()
                                .get("/v1/search/tags?q=" + word + "zz")
                                .expect(200)
                                .json(),
                        "name"));
    }
}
