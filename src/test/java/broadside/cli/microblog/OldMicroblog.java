package broadside.cli.microblog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A Microblog's database being filled, in SQL that all three databases speak. */
final class OldMicroblog implements AutoCloseable {
    /** Of "correct horse battery", made by Werkzeug 3.1. */
    static final String SCRYPT =
            "scrypt:32768:8:1$Oqbu7c4hA8jCBWNA$44ee7863058326b06de9252c61c039d76d91168c215ed148813cb8c1d2483bc6"
                    + "92049825669a5b260fa8a5336e3d1d2d40ebc39e48b573928c88f7d688c2c0ee";

    static final String PBKDF2 =
            "pbkdf2:sha256:260000$qKscnWRv$fba1de002010d4fd759b6fbd3453d18606dead4f553ce633930c0c0edc911e0b";
    static final String PASSWORD = "correct horse battery";

    private static final List<String> MICROBLOG = List.of(
            "create table \"user\" (id integer primary key, username varchar(64), email varchar(120), "
                    + "password_hash varchar(256), about_me varchar(140), last_seen TIME, "
                    + "last_message_read_time TIME, token varchar(32), token_expiration TIME)",
            "create table post (id integer primary key, body varchar(140), timestamp TIME, user_id integer, language varchar(5))",
            "create table followers (follower_id integer, followed_id integer)",
            "create table message (id integer primary key, sender_id integer, recipient_id integer, "
                    + "body varchar(140), timestamp TIME)",
            "create table notification (id integer primary key, name varchar(128))",
            "create table task (id varchar(36) primary key, name varchar(128))");
    private static final List<String> API = List.of(
            "create table users (id integer primary key, username varchar(64) not null, email varchar(120) not null, "
                    + "password_hash varchar(256), about_me varchar(140), first_seen TIME not null, last_seen TIME not null)",
            "create table posts (id integer primary key, text varchar(280) not null, timestamp TIME not null, "
                    + "user_id integer not null)",
            "create table followers (follower_id integer, followed_id integer)");

    private final Connection connection;

    private OldMicroblog(Connection connection) {
        this.connection = connection;
    }

    /** One that has its tables. */
    static OldMicroblog open(Connection connection) {
        return new OldMicroblog(connection);
    }

    /** @param time the name of the type for times without a zone */
    static OldMicroblog create(Connection connection, String time) throws SQLException {
        return new OldMicroblog(connection).tables(MICROBLOG, time);
    }

    static OldMicroblog createApi(Connection connection, String time) throws SQLException {
        return new OldMicroblog(connection).tables(API, time);
    }

    private OldMicroblog tables(List<String> tables, String time) throws SQLException {
        for (var table : tables) {
            execute(table.replace("TIME", time));
        }
        return this;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    OldMicroblog insert(String table, String columns, @Nullable Object... values) throws SQLException {
        var marks = String.join(", ", Collections.nCopies(values.length, "?"));
        try (var statement =
                connection.prepareStatement("insert into \"" + table + "\" (" + columns + ") values (" + marks + ")")) {
            for (int number = 0; number < values.length; number++) {
                statement.setObject(number + 1, values[number]);
            }
            statement.execute();
        }
        return this;
    }

    OldMicroblog user(long id, @Nullable String name, @Nullable String email, @Nullable String hash)
            throws SQLException {
        return insert("user", "id, username, email, password_hash", id, name, email, hash);
    }

    /** Many at once, in one transaction. */
    void fill(int users, int posts) throws SQLException {
        connection.setAutoCommit(false);
        for (int id : IntStream.rangeClosed(1, users).toArray()) {
            user(id, "user" + id, "user" + id + "@example.com", null);
            insert("followers", "follower_id, followed_id", id, id % users + 1);
        }
        for (int id : IntStream.rangeClosed(1, posts).toArray()) {
            insert(
                    "post",
                    "id, body, timestamp, user_id",
                    id,
                    "Post " + id + " #tag" + id % 7,
                    time(id),
                    id % users + 1);
            insert(
                    "message",
                    "id, sender_id, recipient_id, body, timestamp",
                    id,
                    id % users + 1,
                    (id + 1) % users + 1,
                    "Message " + id,
                    time(id));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** A second of 2020 in the form of SQLAlchemy. */
    private static String time(int second) {
        return "2020-01-%02d %02d:%02d:%02d.000000"
                .formatted(1 + second / 86_400, second / 3_600 % 24, second / 60 % 60, second % 60);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
