package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.text.Markdown;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** Many posts of a few thousand texts, by ten thousand authors, written past the program. */
record SeededPosts(DatabaseAddress database, List<Text> texts, int count) {
    static final int AUTHORS = 10_000;

    private static final int CHUNK = 10_000;

    void write() throws SQLException {
        TestDatabase.execute(database, """
                insert into account (username, username_key, email, email_key, display_name, created_at, updated_at)
                select name, name, name || '@example.com', name || '@example.com',
                  initcap(substr(md5(name), 1, 7)) || ' ' || initcap(substr(md5('x' || name), 1, 9)), now(), now()
                from generate_series(1, %d) i, lateral (select 'writer' || i as name) n;
                insert into account_stat (account_id) select id from account on conflict do nothing;
                create table bench_text (n integer primary key, language text, text text, html text, excerpt text)""".formatted(AUTHORS));
        load();
        for (int from = 1; from <= count; from += CHUNK) {
            TestDatabase.execute(database, insert(from, Math.min(count, from + CHUNK - 1)));
        }
        TestDatabase.execute(database, "vacuum analyze");
    }

    private void load() throws SQLException {
        try (var connection = TestDatabase.connect(database);
                var insert = connection.prepareStatement("insert into bench_text values (?, ?, ?, ?, ?)")) {
            for (int n = 0; n < texts.size(); n++) {
                var text = texts.get(n).text();
                var rendered = Markdown.render(text);
                insert.setInt(1, n);
                insert.setString(2, texts.get(n).language());
                insert.setString(3, text);
                insert.setString(4, rendered.html());
                insert.setString(5, rendered.excerpt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** One every five minutes until now; one in fifty for followers only. Of each tag there is one in five hundred. */
    private String insert(int from, int to) {
        return """
                with written as (
                  insert into post (author_id, body, html, excerpt, reading_minutes, language, tags, status, visibility,
                    published_at, created_at, updated_at)
                  select (select id from account where username = 'writer1') + i %% %d, text, html, excerpt, 1, language, array['tag' || i %% 500],
                    'published', case when i %% 50 = 0 then 'followers' else 'public' end,
                    now() - (%d - i) * interval '5 minutes', now(), now()
                  from generate_series(%d, %d) i join bench_text on n = (i::bigint * 7919) %% %d
                  returning *),
                entered as (
                  insert into entry (actor_id, at, post_id, private)
                  select author_id, published_at, id, false from written)
                insert into post_tag (post_id, tag, author_id, published_at)
                select id, tags[1], author_id, published_at from written""".formatted(AUTHORS, count, from, to, texts.size());
    }
}
