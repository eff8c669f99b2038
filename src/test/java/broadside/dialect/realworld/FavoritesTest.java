package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.article;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.somebody;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import org.junit.jupiter.api.Test;

/** Favourites. */
@Conforms("realworld")
class FavoritesTest {
    private final Conduit susan = somebody();

    @Test
    @Line({"favorites.put", "favorites.delete"})
    void isMarkedAndNoMore() {
        var written = susan.write("A favourite");
        var favorite = at(written) + "/favorite";
        var fan = somebody();
        var marked = written.copy().put("favorited", true).put("favoritesCount", 1);
        assertEquals(marked, article(fan.post(favorite, null).expect(200)));
        assertEquals(marked, article(fan.post(favorite, null).expect(200)));
        assertEquals(marked, article(fan.get(at(written)).expect(200)));
        assertEquals(written, article(fan.delete(favorite).expect(200)));
        assertEquals(written, article(fan.delete(favorite).expect(200)));
        assertEquals(written, article(fan.get(at(written)).expect(200)));
    }

    @Test
    @Line("favorites.own")
    void onesOwnWillDo() {
        var written = susan.write("My own favourite");
        assertEquals(
                1,
                article(susan.post(at(written) + "/favorite", null).expect(200)).getInteger("favoritesCount"));
    }

    @Test
    @Line("favorites.missing")
    void tokenThenArticle() {
        assertRefused(401, "token", "is missing", nobody().post("/articles/there-is-none/favorite", null));
        assertRefused(401, "token", "is missing", nobody().delete("/articles/there-is-none/favorite"));
        assertRefused(404, "article", "not found", susan.post("/articles/there-is-none/favorite", null));
        assertRefused(404, "article", "not found", susan.delete("/articles/there-is-none/favorite"));
    }
}
