package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.article;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.somebody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that change. */
@Conforms("realworld")
class EditingTest {
    private final Conduit susan = somebody();
    private final JsonObject before = susan.write("First words", "one", "two");

    private JsonObject edit(@Nullable Object... pairs) {
        return article(susan.put(at(before), article(pairs)).expect(200));
    }

    @Test
    @Line({"articles.edit", "articles.edit.slug-stays"})
    void whatIsAbsentStays() {
        var after = edit("body", "Other words.");
        var expected = before.copy().put("body", "Other words.").put("updatedAt", after.getString("updatedAt"));
        assertEquals(expected, after);
        assertEquals(after, article(susan.get(at(before)).expect(200)));
        assertEquals("New", edit("description", "New").getString("description"));
    }

    @Test
    @Line("articles.edit.times")
    void createdStaysAndUpdatedMoves() {
        for (int round = 0; round < 5; round++) {
            var earlier = article(susan.get(at(before))).getString("updatedAt");
            var after = edit("body", "Round " + round);
            assertEquals(before.getString("createdAt"), after.getString("createdAt"));
            assertNotEquals(before.getString("createdAt"), after.getString("updatedAt"));
            assertTrue(earlier.compareTo(after.getString("updatedAt")) < 0, earlier);
        }
    }

    @Test
    @Line("articles.edit.tags")
    void tagsStayOrGoOrChange() {
        assertEquals(new JsonArray(List.of("one", "two")), edit("body", "x").getJsonArray("tagList"));
        assertEquals(
                new JsonArray(List.of("a", "b")),
                edit("tagList", new JsonArray(List.of("b", "a"))).getJsonArray("tagList"));
        assertEquals(new JsonArray(), edit("tagList", new JsonArray()).getJsonArray("tagList"));
        assertEquals(new JsonArray(), article(susan.get(at(before))).getJsonArray("tagList"));
    }

    @Test
    @Line("articles.edit.tags.null")
    void tagsAreNeverNull() {
        assertRefused(422, "tagList", "can't be blank", susan.put(at(before), article("tagList", null)));
        assertEquals(before, article(susan.get(at(before))));
    }

    @Test
    @Line("articles.edit.slug-moves")
    void anotherTitleBringsAnotherSlug() {
        var after = edit("title", "Second words");
        assertNotEquals(before.getString("slug"), after.getString("slug"));
        assertEquals(after, article(nobody().get(at(after)).expect(200)));
        assertEquals(after, article(nobody().get(at(before)).expect(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "body"})
    @Line("articles.edit.blank")
    void nothingBecomesBlank(String member) {
        assertRefused(422, member, "can't be blank", susan.put(at(before), article(member, "")));
        assertRefused(422, member, "can't be blank", susan.put(at(before), article(member, null)));
    }

    @Test
    @Line("articles.edit.missing")
    void whatIsNotThereCannotChange() {
        assertRefused(404, "article", "not found", susan.put("/articles/there-is-none", article("title", "")));
    }
}
