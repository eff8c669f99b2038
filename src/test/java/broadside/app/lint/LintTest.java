package broadside.app.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule with what it refuses and what it lets pass. */
class LintTest {
    private static final String TABLES = """
            set local lock_timeout = '5s';
            create table account (id bigint primary key);
            create table post (
              id bigint primary key, author_id bigint not null references account, title text, gone text, used text);
            create index post_author on post (author_id);""";
    private static final Program PROGRAM = Program.of(Stream.of("select used from post where id = ?"), List.of());

    static Stream<Arguments> examples() {
        return Stream.of(
                in(
                        Rule.LOCK_TIMEOUT,
                        "create table a (id bigint primary key)",
                        "set local lock_timeout = '2s'; select 1"),
                in(
                        Rule.LOCK_TIMEOUT,
                        "set local lock_timeout = 0; select 1",
                        "-- first\nset lock_timeout to '1min'; select 1"),
                outside(
                        Rule.SESSION_TIMEOUT,
                        "set local lock_timeout = '5s'; select 1",
                        "set lock_timeout = '5s'; select 1"),
                of(
                        Rule.INDEX,
                        "create index on post (title)",
                        "create table t (id bigint primary key); create index on t (id)"),
                of(
                        Rule.INDEX,
                        "create unique index a on only public.post using btree (title)",
                        "create view v as select 'create index a on post (b)'"),
                of(
                        Rule.DROP_INDEX,
                        "drop index post_author",
                        "comment on index post_author is 'drop index post_author'"),
                of(
                        Rule.CONCURRENTLY,
                        "create index concurrently a on post (title)",
                        "select 1 /* create index concurrently */"),
                outside(
                        Rule.CONCURRENTLY,
                        timed("create index concurrently a on post (title); alter table post add x text"),
                        timed("drop index concurrently if exists a; create index concurrently a on post (title)")),
                of(
                        Rule.NOT_NULL,
                        "alter table post add column a integer not null",
                        "alter table post add column a integer not null default 0"),
                outside(Rule.NOT_NULL, timed("alter table post alter column title set not null"), timed("""
                                alter table post add constraint t check (title is not null) not valid;
                                alter table post validate constraint t;
                                alter table post alter column title set not null""")),
                of(
                        Rule.REWRITE,
                        "alter table post alter column id type integer",
                        "alter table post alter column title set default ''"),
                of(
                        Rule.REWRITE,
                        "alter table post add a uuid default gen_random_uuid()",
                        "alter table post add a timestamptz default now()"),
                of(
                        Rule.REWRITE,
                        "alter table post add a bigint generated always as (id * 2) stored",
                        "alter table post add a bigint default 7"),
                of(Rule.REWRITE, "vacuum full post", "analyze post"),
                of(
                        Rule.CONSTRAINT,
                        "alter table post add constraint a check (id > 0)",
                        "alter table post add constraint a check (id > 0) not valid"),
                of(
                        Rule.CONSTRAINT,
                        "alter table post add foreign key (author_id) references account",
                        "alter table post add foreign key (author_id) references account not valid"),
                of(
                        Rule.CONSTRAINT,
                        "alter table post add constraint a unique (title)",
                        "alter table post add constraint a unique using index b"),
                of(Rule.CONSTRAINT, "alter table post add a text check (a <> '')", "alter table post add a text"),
                of(
                        Rule.VALIDATE,
                        "alter table post add constraint a check (id > 0) not valid; alter table post validate constraint a",
                        "alter table post validate constraint another"),
                of(
                        Rule.FOREIGN_KEY_INDEX,
                        "create table like_ (id bigint primary key, post_id bigint references post)",
                        "create table like_ (post_id bigint references post, id bigint, primary key (post_id, id))"),
                of(
                        Rule.FOREIGN_KEY_INDEX,
                        "create table a (x bigint primary key, y bigint references post); create index on a (y) where x > 3",
                        "create table a (x bigint primary key, y bigint references post); create index on a (y) where y is not null"),
                of(
                        Rule.DATA,
                        "update post set title = ''",
                        "update post set title = '' where id in (select id from post limit 100)"),
                of(Rule.DATA, "delete from post where title is null", "delete from post where id > 100 and id <= 200"),
                of(
                        Rule.DATA,
                        "do $$ begin update post set title = ''; end $$",
                        "create function f() returns void language sql as $$ update post set title = '' $$"),
                outside(Rule.DATA, timed("do $$ begin execute 'delete from post'; end $$"), timed("""
                        do $$ begin loop
                          update post set title = '' where id in (select id from post where title is null limit 1000);
                          exit when not found; commit;
                        end loop; end $$""")),
                of(Rule.DATA, "truncate post", "create table t (id bigint primary key); truncate table t"),
                of(Rule.DROP, "drop table if exists account", "create table t (id bigint primary key); drop table t"),
                of(Rule.DROP, "alter table post drop column gone", "alter table post drop constraint a"),
                of(Rule.DROP, "alter table post rename gone to other", "alter table post rename constraint a to b"),
                of(
                        Rule.STILL_USED,
                        allow(Rule.DROP) + "alter table post drop used",
                        allow(Rule.DROP) + "alter table post drop gone"),
                of(Rule.TODO, "-- TODO: think\nselect 1", "-- thought\nselect 'TODO'"),
                of(Rule.WAIVER, allow(Rule.DATA) + "select 1", allow(Rule.DATA) + "delete from post"),
                of(Rule.WAIVER, "-- lint: allow data\nselect 1", "-- lines are many\nselect 1"));
    }

    private static String allow(Rule rule) {
        return "-- lint: allow " + rule.word() + ": release 0.1 used it last\n";
    }

    private static String timed(String sql) {
        return "set lock_timeout = '5s'; " + sql;
    }

    private static Arguments of(Rule rule, String failing, String passing) {
        return in(rule, "set local lock_timeout = '5s';\n" + failing, "set local lock_timeout = '5s';\n" + passing);
    }

    private static Arguments in(Rule rule, String failing, String passing) {
        return Arguments.of(rule, true, failing, passing);
    }

    private static Arguments outside(Rule rule, String failing, String passing) {
        return Arguments.of(rule, false, failing, passing);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesTheOneAndLetsTheOtherPass(Rule rule, boolean inTransaction, String failing, String passing) {
        assertEquals(List.of(rule.word()), rules(failing, inTransaction), failing);
        assertEquals(List.of(), rules(passing, inTransaction), passing);
    }

    @Test
    void everyRuleHasExamples() {
        var shown = examples().map(example -> example.get()[0]).collect(Collectors.toSet());
        assertEquals(Set.of(Rule.values()), shown);
    }

    private static List<String> rules(String sql, boolean inTransaction) {
        return findings(sql, inTransaction).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    private static List<Finding> findings(String sql, boolean inTransaction) {
        var migrations = List.of(
                Migration.of("V001__tables.sql", TABLES, true), Migration.of("V002__change.sql", sql, inTransaction));
        return new Lint(migrations, PROGRAM, Set.of()).findings();
    }

    @Test
    void aFindingSaysWhereAndWhatInstead() {
        var found = findings("set local lock_timeout = '5s';\n/* a\nb */ select ';';\n\ndelete\nfrom post", true);
        assertEquals(1, found.size());
        assertEquals("V002__change.sql", found.get(0).file());
        assertEquals(5, found.get(0).line());
        assertTrue(
                found.get(0).toString().contains("committing each"),
                found.get(0).toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aRuleIsWaivedForAFileThatWasReleased(Rule rule, boolean inTransaction, String failing, String passing) {
        if (Set.of(Rule.LOCK_TIMEOUT, Rule.SESSION_TIMEOUT, Rule.WAIVER).contains(rule)) {
            return;
        }
        var released = Set.of("V002__change.sql " + rule.word());
        var migrations = List.of(
                Migration.of("V001__tables.sql", TABLES, true),
                Migration.of("V002__change.sql", failing, inTransaction));
        assertEquals(List.of(), new Lint(migrations, PROGRAM, released).findings(), failing);
    }
}
