package broadside.follow;

import broadside.kit.db.Sql;

/** What somebody may do about another that nobody counts: one row while it lasts. */
enum Tie {
    REQUEST(
            Sql.of("""
                    insert into follow_request (follower_id, followed_id, created_at) values (?, ?, ?) on conflict do nothing
                    returning follower_id"""),
            Sql.of("delete from follow_request where follower_id = ? and followed_id = ? returning follower_id")),
    BLOCK(Sql.of("""
                    insert into block (account_id, blocked_id, created_at) values (?, ?, ?) on conflict do nothing
                    returning account_id"""), Sql.of("delete from block where account_id = ? and blocked_id = ? returning account_id")),
    MUTE(Sql.of("""
                    insert into mute (account_id, muted_id, created_at) values (?, ?, ?) on conflict do nothing
                    returning account_id"""), Sql.of("delete from mute where account_id = ? and muted_id = ? returning account_id"));

    /** Adds the row; takes both ids and the time, answers a row when there was none before. */
    private final Sql begin;
    /** Removes it; takes both ids, answers a row when there was one. */
    private final Sql end;

    Tie(Sql begin, Sql end) {
        this.begin = begin;
        this.end = end;
    }

    /** Adds the row; takes both ids and the time, answers a row when there was none before. */
    Sql begin() {
        return begin;
    }

    /** Removes it; takes both ids, answers a row when there was one. */
    Sql end() {
        return end;
    }
}
