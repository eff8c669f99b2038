package broadside.post;

import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.http.Precondition;
import io.vertx.core.Future;
import java.util.List;

/** The door for programs that know notes only: public ones, of any text that can be kept. */
public final class Notes {
    private final Db db;
    private final Posts posts;
    private final Rendering rendering;

    public Notes(Db db, Posts posts, Rendering rendering) {
        this.db = db;
        this.posts = posts;
        this.rendering = rendering;
    }

    /**
     * Publishes a note.
     *
     * @param text 1 to {@value PostText#NOTE} code points, well-formed
     * @return its id
     */
    public Future<Long> write(Viewer author, String text) {
        author.require(Role.AUTHOR);
        var said = new PostText(null, null, text, null, PostTags.withHashtags(List.of(), text), null);
        var draft = new PostDraft(said, Status.PUBLISHED, null, Visibility.PUBLIC, RepliesFrom.ANYONE, null);
        return rendering
                .of(said, author.id())
                .compose(manuscript -> db.transaction(tx -> posts.write(tx, author, draft, manuscript.rendition())))
                .map(PostView::id);
    }

    /** Gives one's own note another text, and the hashtags in it; fails with 404 where there is none and with 403 where it is another's. */
    public Future<Void> edit(Viewer author, long id, String text) {
        author.require(Role.AUTHOR);
        return rendering
                .of(text, author.id())
                .compose(rendition -> db.transaction(tx -> posts.say(tx, author, id, text, rendition)))
                .mapEmpty();
    }

    /** Deletes one's own note; fails as {@link #edit} does. */
    public Future<Void> delete(Viewer author, long id) {
        return posts.delete(author, id, Precondition.none());
    }
}
