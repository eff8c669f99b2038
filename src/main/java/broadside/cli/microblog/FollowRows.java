package broadside.cli.microblog;

import broadside.transfer.SourceFollow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who follows whom. The table has no key: a pair may stand there often, and lack a side. */
final class FollowRows implements Rows<SourceFollow> {
    private static final String SELECT = "select \"follower_id\", \"followed_id\", count(*) from \"followers\" where ";
    private static final String GROUP = " group by \"follower_id\", \"followed_id\"";
    private static final String PAGE = SELECT
            + "\"followed_id\" is not null and (\"follower_id\" > ? or (\"follower_id\" = ? and \"followed_id\" > ?))"
            + GROUP
            + " order by \"follower_id\", \"followed_id\" limit 500";
    private static final String INCOMPLETE = SELECT + "\"follower_id\" is null or \"followed_id\" is null" + GROUP;

    private final SourceDatabase source;
    private boolean begun;
    private long follower = Long.MIN_VALUE;
    private long followed = Long.MIN_VALUE;

    FollowRows(SourceDatabase source) {
        this.source = source;
    }

    @Override
    public long count() {
        return source.count("followers");
    }

    @Override
    public List<SourceFollow> next() {
        var incomplete = begun ? List.<SourceFollow>of() : source.list(INCOMPLETE, FollowRows::follow);
        begun = true;
        return incomplete.isEmpty() ? page() : incomplete;
    }

    private List<SourceFollow> page() {
        var page = source.list(PAGE, FollowRows::follow, follower, follower, followed);
        if (!page.isEmpty()) {
            var last = page.get(page.size() - 1);
            follower = last.follower() == null ? follower : last.follower();
            followed = last.followed() == null ? followed : last.followed();
        }
        return page;
    }

    private static SourceFollow follow(ResultSet row) throws SQLException {
        return new SourceFollow(number(row, 1), number(row, 2), row.getLong(3));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Number number ? number.longValue() : null;
    }
}
