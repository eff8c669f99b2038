package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private final String name = Client.name();
    private final Client author = anybody().register(name);
    private final String own = "/v1/accounts/" + name + "/posts?limit=4";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts/%s/posts?limit=4",
                "/v1/posts?author=%s&limit=3",
                "/v1/posts?tag=%s&limit=5",
                "/v1/me/posts?limit=1"
            })
    void everyPostIsOnOnePageWhileOthersAreWritten(String list) {
        var path = String.format(list, name);
        var before = IntStream.range(0, 14).mapToObj(this::write).toList();
        var newestFirst = new ArrayList<>(before);
        Collections.reverse(newestFirst);

        var found = new ArrayList<String>();
        var page = author.get(path).expect(200);
        while (true) {
            found.addAll(ids(page));
            var next = cursor(page, "next");
            if (next == null) {
                break;
            }
            write(100);
            page = author.get(path + "&cursor=" + next).expect(200);
        }
        assertEquals(newestFirst, found);
    }

    @Test
    void pagesGoBackToWhatIsNewer() {
        IntStream.range(0, 10).forEach(this::write);
        var first = anybody().get(own).expect(200);
        var second = anybody().get(own + "&cursor=" + cursor(first, "next")).expect(200);
        assertEquals(
                ids(first),
                ids(anybody().get(own + "&cursor=" + cursor(second, "prev")).expect(200)));

        var none = anybody().get(own + "&cursor=" + cursor(first, "prev")).expect(200);
        assertTrue(ids(none).isEmpty());
        var newer = List.of(write(11), write(12));
        var later = anybody().get(own + "&cursor=" + cursor(none, "prev")).expect(200);
        assertEquals(new HashSet<>(newer), new HashSet<>(ids(later)));
    }

    @Test
    void theLastPageSaysSo() {
        IntStream.range(0, 4).forEach(this::write);
        var page = anybody().get(own).expect(200);
        assertEquals(4, ids(page).size());
        assertNull(cursor(page, "next"));
        assertNotNull(cursor(page, "prev"));
    }

    @Test
    void linksLeadWhereCursorsLead() {
        IntStream.range(0, 6).forEach(this::write);
        var page = anybody().get(own + "&kind=note").expect(200);
        var link = page.header("Link").orElseThrow();
        assertTrue(link.contains("cursor=" + cursor(page, "next") + ">; rel=\"next\""), link);
        assertTrue(link.contains("kind=note"), link);
        var target = link.substring(link.indexOf("/v1/"), link.indexOf('>'));
        assertEquals(2, ids(anybody().get(target).expect(200)).size());
    }

    @Test
    void anAlteredCursorIsRefused() {
        IntStream.range(0, 6).forEach(this::write);
        var cursor = String.valueOf(cursor(anybody().get(own).expect(200), "next"));
        for (int index = 0; index < cursor.length(); index++) {
            var altered = cursor.substring(0, index)
                    + (cursor.charAt(index) == 'A' ? 'B' : 'A')
                    + cursor.substring(index + 1);
            assertEquals(
                    "invalid-cursor",
                    anybody().get(own + "&cursor=" + altered).expect(400).problem());
        }
        for (var wrong : List.of("", "x", cursor + "A", cursor + "=", cursor.substring(1), "%20" + cursor)) {
            assertEquals(
                    "invalid-cursor",
                    anybody().get(own + "&cursor=" + wrong).expect(400).problem());
        }
    }

    @Test
    void aCursorBelongsToItsListAndFilters() {
        IntStream.range(0, 6).forEach(this::write);
        var cursor = cursor(anybody().get(own).expect(200), "next");
        anybody()
                .get("/v1/accounts/" + name + "/posts?limit=2&cursor=" + cursor)
                .expect(200);
        anybody().get(own + "&kind=note&cursor=" + cursor).expect(400);
        anybody().get("/v1/posts?author=" + name + "&cursor=" + cursor).expect(400);
        author.get("/v1/me/posts?cursor=" + cursor).expect(400);
    }

    private String write(int number) {
        return written(author, note("number " + number + " #" + name)).json().getString("id");
    }

    private static String cursor(Reply page, String direction) {
        return page.json().getJsonObject("page").getString(direction);
    }
}
