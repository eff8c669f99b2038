package broadside.post;

import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.http.Precondition;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;

/** The door for what is written through the APIs of others: they say it in the members of ours, and are judged by the same rules. */
public final class Writing {
    private final Db db;
    private final Posts posts;
    private final Rendering rendering;
    private final Clock clock;

    public Writing(Db db, Posts posts, Rendering rendering, Clock clock) {
        this.db = db;
        this.posts = posts;
        this.rendering = rendering;
        this.clock = clock;
    }

    /**
     * Writes a post; it is published and public unless it says otherwise.
     *
     * @param draft as {@code POST /v1/posts} takes it
     * @return fails with everything wrong about it
     */
    public Future<PostView> write(Viewer author, JsonObject draft) {
        author.require(Role.AUTHOR);
        return rendering
                .of(draft.getValue("body"), author.id())
                .map(rendition -> rendition == null ? Rendition.NOTHING : rendition)
                .compose(rendition -> db.transaction(
                        tx -> posts.write(tx, author, PostDraft.from(draft, clock.instant()), rendition)));
    }

    /**
     * Changes a post of one's own, in whatever version it is.
     *
     * @param patch as {@code PATCH /v1/posts/{id}} takes it
     * @return fails with 404 or 403, or with everything wrong about the post as it would be
     */
    public Future<PostView> edit(Viewer author, long id, JsonObject patch) {
        return rendering
                .of(patch.getValue("body"), author.id())
                .compose(rendition -> posts.edit(author, id, new PostPatch(patch), rendition, Precondition.none()));
    }

    /** Deletes a post of one's own; fails with 404 or 403. */
    public Future<Void> delete(Viewer author, long id) {
        return posts.delete(author, id, Precondition.none());
    }
}
