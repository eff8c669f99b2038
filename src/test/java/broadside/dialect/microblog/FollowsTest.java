package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.names;
import static broadside.dialect.microblog.Somebody.pagination;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who follows whom. */
@Conforms("microblog")
class FollowsTest {
    private final Server server = Server.shared();
    private final Somebody nobody = Somebody.nobody(server);
    private final Somebody susan = Somebody.register(server);
    private final Somebody tom = Somebody.register(server);

    @Test
    @Line({"follow.begin", "follow.ask", "follow.end"})
    void oneFollowsAndEndsIt() {
        var path = "/me/following/" + tom.id();
        Said.plain(404, susan.get(path));
        var begun = susan.post(path, null).expect(204);
        assertEquals(0, begun.body().length());
        Said.plain(409, susan.post(path, null));
        susan.get(path).expect(204);
        Said.plain(404, tom.get("/me/following/" + susan.id()));
        susan.delete(path).expect(204);
        Said.plain(409, susan.delete(path));
        for (var method : List.of("GET", "POST", "DELETE")) {
            Said.plain(404, susan.send(method, "/me/following/0", null));
            nobody.send(method, path, null).expect(401);
        }
    }

    @Test
    @Line("follow.oneself")
    void followingOneselfChangesNothing() {
        var path = "/me/following/" + susan.id();
        susan.post(path, null).expect(204);
        Said.plain(404, susan.get(path));
        Said.plain(409, susan.delete(path));
        assertEquals(0, pagination(susan.get("/me/following")).getInteger("total"));
    }

    @Test
    @Line({"follow.lists", "follow.own-lists"})
    void listsAreInOrderOfNames() {
        var star = Somebody.register(server);
        var fans = Stream.generate(() -> Somebody.register(server)).limit(4).toList();
        fans.forEach(fan -> fan.follow(star));
        fans.forEach(star::follow);
        var inOrder = fans.stream().map(Somebody::name).sorted().toList();
        for (var list : List.of("followers", "following")) {
            assertEquals(inOrder, names(susan.get("/users/" + star.id() + "/" + list)));
            assertEquals(inOrder, names(star.get("/me/" + list)));
            Said.plain(404, susan.get("/users/0/" + list));
            Said.plain(404, susan.get("/users/" + star.name() + "/" + list));
            nobody.get("/users/" + star.id() + "/" + list).expect(401);
            nobody.get("/me/" + list).expect(401);
        }
    }

    @Test
    @Line("page.after-names")
    void aListGoesOnBehindAName() {
        var star = Somebody.register(server);
        var fans = Stream.generate(() -> Somebody.register(server)).limit(3).toList();
        fans.forEach(fan -> fan.follow(star));
        var inOrder = fans.stream().map(Somebody::name).sorted().toList();
        var list = "/users/" + star.id() + "/followers?after=";
        var behind = susan.get(list + inOrder.get(0) + "&limit=1");
        assertEquals(inOrder.subList(1, 2), names(behind));
        assertEquals(
                new JsonObject()
                        .put("count", 1)
                        .put("limit", 1)
                        .put("offset", 1)
                        .put("total", 3),
                pagination(behind));
        assertEquals(inOrder, names(susan.get(list)));
        assertEquals(0, pagination(susan.get(list)).getInteger("offset"));
        var past = susan.get(list + "zzzz");
        assertEquals(List.of(), names(past));
        assertEquals(3, pagination(past).getInteger("offset"));
    }

    @Test
    @Line("follow.locked")
    void whoeverIsLockedIsAsked() {
        var native_ = tom.natively(server);
        native_.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        var path = "/me/following/" + tom.id();
        susan.post(path, null).expect(204);
        Said.plain(404, susan.get(path));
        Said.plain(409, susan.post(path, null));
        native_.put("/v1/me/followers/" + susan.name(), null).expect(204);
        susan.get(path).expect(204);
    }
}
