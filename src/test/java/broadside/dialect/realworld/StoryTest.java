package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.PASSWORD;
import static broadside.dialect.realworld.Conduit.article;
import static broadside.dialect.realworld.Conduit.articles;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.comment;
import static broadside.dialect.realworld.Conduit.draft;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.somebody;
import static broadside.dialect.realworld.Conduit.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Two people and an article, from registration until both have left the room. The contract knows no log-out: a token is revoked. */
class StoryTest {
    @Test
    void susanWritesAndAdaReads() {
        var susan = somebody();
        susan.put("/user", user("bio", "I write about gardens.")).expect(200);
        var written =
                article(susan.post("/articles", draft("Spring", "gardens")).expect(201));

        var ada = somebody();
        assertEquals(0, articles(ada.get("/articles/feed")).size());
        ada.post("/profiles/" + susan.name() + "/follow", null).expect(200);
        var found = articles(ada.get("/articles/feed")).get(0);
        assertEquals("I write about gardens.", found.getJsonObject("author").getString("bio"));
        ada.post(at(found) + "/favorite", null).expect(200);
        var said = ada.post(at(found) + "/comments", comment("And autumn?"))
                .expect(201)
                .json()
                .getJsonObject("comment");

        var changed = article(
                susan.put(at(written), article("title", "Spring and autumn")).expect(200));
        assertEquals(1, changed.getInteger("favoritesCount"));
        susan.post(at(changed) + "/comments", comment("Now it is there.")).expect(201);
        ada.delete(at(found) + "/comments/" + said.getValue("id")).expect(204);
        assertEquals(
                1,
                nobody().get(at(changed) + "/comments")
                        .json()
                        .getJsonArray("comments")
                        .size());

        ada.delete(at(changed) + "/favorite").expect(200);
        ada.delete("/profiles/" + susan.name() + "/follow").expect(200);
        susan.delete(at(changed)).expect(204);
        ada.get(at(changed)).expect(404);

        for (var one : new Conduit[] {susan, ada}) {
            one.ours().delete("/v1/sessions/current").expect(204);
            one.awaitLoggedOut();
            nobody().post("/users/login", user("email", one.name() + "@example.com", "password", PASSWORD))
                    .expect(200);
        }
    }
}
