package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.data;
import static broadside.dialect.microblog.Somebody.names;
import static broadside.dialect.microblog.Somebody.pagination;
import static broadside.dialect.microblog.Somebody.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people, from the first visit to the last, as the client does it. */
@Conforms("microblog")
class StoryTest {
    @Test
    @Line("story")
    void twoPeopleMeet() {
        var server = Server.shared();
        var susan = Somebody.register(server);
        var tom = Somebody.register(server);
        susan.put("/me", new JsonObject().put("about_me", "Likes mornings")).expect(200);
        susan.say("Good morning");
        var post = susan.say("Good evning");
        susan.put("/posts/" + post.getInteger("id"), new JsonObject().put("text", "Good evening"))
                .expect(200);

        assertEquals(List.of(), texts(tom.get("/feed")));
        var found = data(tom.get("/posts"))
                .filter(one -> one.getInteger("id").equals(post.getInteger("id")))
                .findFirst()
                .orElseThrow();
        assertEquals("Likes mornings", found.getJsonObject("author").getString("about_me"));
        var author = found.getJsonObject("author");
        tom.get("/me/following/" + author.getInteger("id")).expect(404);
        tom.post("/me/following/" + author.getInteger("id"), null).expect(204);
        assertEquals(List.of("Good evening", "Good morning"), texts(tom.get("/feed")));
        var more = tom.get("/feed?limit=1");
        var place = pagination(more);
        assertTrue(place.getInteger("offset") + place.getInteger("count") < place.getInteger("total"));
        var last = data(more).findFirst().orElseThrow().getString("timestamp");
        assertEquals(List.of("Good morning"), texts(tom.get("/feed?limit=1&after=" + last)));
        assertEquals(List.of(tom.name()), names(susan.get("/me/followers")));

        var renewed = susan.nobody().refresh(susan.token(), susan.cookie()).expect(200);
        var later = susan.with(Somebody.access(renewed));
        later.delete("/posts/" + post.getInteger("id")).expect(204);
        assertEquals(List.of("Good morning"), texts(tom.get("/feed")));
        tom.delete("/me/following/" + author.getInteger("id")).expect(204);
        assertEquals(List.of(), texts(tom.get("/feed")));
        later.delete("/tokens").expect(204);
        tom.delete("/tokens").expect(204);
    }
}
