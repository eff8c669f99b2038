package broadside.session;

import broadside.kit.db.Counted;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Profiles the viewer may see. */
public final class ProfileQueries {
    private static final Sql VIEW = Sql.of("select")
            .then(Profile.COLUMNS)
            .then(Sql.of("from visible_account(?) a"))
            .then(Profile.BESIDE);
    private static final Sql BY_ID = VIEW.then(Sql.of("where a.id = ?"));
    private static final Sql BY_NAME = VIEW.then(Sql.of("where a.username_key = ? and a.username = ?"));
    private static final Sql ALL = VIEW.then(Sql.of("order by a.id offset ? limit ?"));
    private static final Sql COUNT =
            Sql.of("select count(*) as total from (select from visible_account(?) limit ?) as counted");

    private ProfileQueries() {}

    public static Future<Optional<Profile>> byId(Reads reads, long viewer, long id) {
        return reads.first(BY_ID.with(viewer, id), Profile::of);
    }

    /** By the very name, case included. */
    public static Future<Optional<Profile>> byName(Reads reads, long viewer, String username) {
        return reads.first(BY_NAME.with(viewer, CaseFold.key(username), username), Profile::of);
    }

    /** Everybody, in the order in which they came. */
    public static Future<List<Profile>> all(Reads reads, long viewer, int offset, int limit) {
        return reads.list(ALL.with(viewer, offset, limit), Profile::of);
    }

    /** How many there are, as far as {@link Counted#MOST}. */
    public static Future<Counted> count(Reads reads, long viewer) {
        return reads.first(COUNT.with(viewer, Counted.MOST), row -> new Counted(row.getLong("total"), 0))
                .map(Optional::orElseThrow);
    }
}
