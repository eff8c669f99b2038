package broadside.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Rooms;
import broadside.app.catalogue.Catalogue;
import broadside.app.catalogue.Difference;
import broadside.app.schema.Scripts;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is planted in a database of the newest version is found, and nothing else is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedDifferenceTest {
    private final DatabaseAddress live = TestDatabase.migrated();
    private final Catalogue fresh = read(live);

    private static Catalogue read(DatabaseAddress address) {
        try (var connection = TestDatabase.connect(address)) {
            return Catalogue.read(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In a transaction that is rolled back, so that one database serves all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            alter table account add extra text                                        | column account.extra
            alter table account drop column locale                                    | column account.locale
            alter table account rename bio to biography                               | column account.bio
            alter table mail alter attempts type bigint                               | column mail.attempts
            alter table account alter username type varchar(64)                       | column account.username
            alter table post_tag alter tag type text collate "C"                      | column post_tag.tag
            alter table account alter email drop not null                             | column account.email
            alter table account alter bio set not null                                | column account.bio
            alter table account alter role set default 'admin'                        | column account.role
            alter table account alter version drop default                            | column account.version
            alter table post alter id drop identity                                   | column post.id
            alter table post alter id set generated always                            | column post.id
            alter table account drop constraint account_email_taken                   | constraint account_email_taken of account
            alter table account drop constraint account_role_check                    | constraint account_role_check of account
            alter table mail add constraint short check (attempts < 9)                | constraint short of mail
            alter table mail add constraint short check (attempts < 9) not valid      | constraint short of mail
            alter table session drop constraint session_account_id_fkey               | constraint session_account_id_fkey of session
            alter table session rename constraint session_pkey to p                   | constraint p of session
            drop index session_account                                                | index session_account
            create index extra on session (device)                                    | index extra
            drop index mail_due_at; create index mail_due_at on mail (due_at desc)    | index mail_due_at
            drop index mail_due_at; create unique index mail_due_at on mail (due_at)  | index mail_due_at
            create function extra() returns integer language sql return 1             | function extra()
            create or replace function search_fold(text text) returns text language sql immutable return text | function search_fold(text text)
            alter function search_fold(text) volatile                                 | function search_fold(text text)
            create sequence extra                                                     | sequence extra
            create table extra (id bigint primary key, name text)                     | table extra
            drop table mute cascade                                                   | table mute
            alter table account_stat set (fillfactor = 90)                            | table account_stat
            alter table account_stat reset (fillfactor)                               | table account_stat
            alter table idempotency set unlogged                                      | table idempotency
            create view extra as select id from account                               | view extra
            create type extra as enum ('a', 'b')                                      | type extra
            create domain extra as text                                               | type extra
            drop trigger post_written_for_search on post                              | trigger post_written_for_search of post
            alter table post disable trigger post_written_for_search                  | trigger post_written_for_search of post
            alter text search configuration search_simple drop mapping for word       | text search configuration search_simple
            """)
    void aPlantedDifferenceIsFound(String planted, String object) throws SQLException {
        try (var connection = TestDatabase.connect(live)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(planted);
            }
            var differences = fresh.differences(Catalogue.read(connection));
            connection.rollback();
            var objects = differences.stream().map(Difference::object).collect(Collectors.toSet());
            assertTrue(objects.contains(object), planted + ": " + differences);
            assertTrue(differences.size() <= 4, planted + ": " + differences);
        }
    }

    /** Somebody's wrong idea of mail. */
    @Entity(name = "mail")
    @SuppressWarnings("UnusedVariable") // Hibernate looks at it.
    static class WrongMail {
        @Id
        private long id;

        private int recipient;

        private @Nullable Long attempts;

        private int color;
    }

    /** A table that nobody made. */
    @Entity(name = "ghost")
    static class Ghost {
        @Id
        private long id;
    }

    @Test
    void everyKindIsToldAtOnce() {
        var address = TestDatabase.migrated();
        TestDatabase.execute(address, """
                alter table account alter bio set not null;
                update flyway_schema_history set checksum = 1 where version = '002';
                insert into flyway_schema_history select 900, '900', 'tomorrow', type, 'V900__tomorrow.sql', 1, installed_by, now(), 1, true
                from flyway_schema_history where version = '001';
                insert into flyway_schema_history select 901, '001.5', 'gone', type, 'V001.5__gone.sql', 1, installed_by, now(), 1, true
                from flyway_schema_history where version = '001'""");
        var check = new SchemaCheck(List.of(WrongMail.class, Ghost.class), Scripts.packed(), SharedScratch::new);
        var told = check.of(address).all().stream().map(Difference::toString).toList();
        assertEquals(
                Set.of(
                        "migration 001.5 (gone): should not be there, found a migration whose file is gone",
                        "migration 002 (accounts): expected the file as it was applied, found a file that was changed since",
                        "migration 900 (tomorrow): should not be there, found a migration newer than every file",
                        "column account.bio: expected text, found text not null",
                        "table ghost of an entity: is missing, expected table",
                        "column mail.recipient of an entity: expected integer not null, found text not null",
                        "column mail.attempts of an entity: expected bigint, found integer not null",
                        "column mail.color of an entity: is missing, expected integer not null",
                        "column mail.subject, which no entity fills: expected a default, or that it may be null, found text not null",
                        "column mail.body, which no entity fills: expected a default, or that it may be null, found text not null"),
                Set.copyOf(told));
    }

    @Test
    void nothingIsToldOfADatabaseAsItShouldBe() {
        TestDatabase.execute(live, "create extension if not exists citext");
        var report = new SchemaCheck(Rooms.entities(), Scripts.packed(), SharedScratch::new).of(live);
        assertEquals(List.of(), report.all());
        assertEquals(0, report.pending());
    }
}
