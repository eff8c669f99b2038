package broadside.app.lint;

import java.util.Locale;

/** What lint looks for. */
public enum Rule {
    LOCK_TIMEOUT(
            "waits for locks without an end, and everybody behind it does too",
            "begin with set local lock_timeout = '5s'"),
    SESSION_TIMEOUT(
            "set local ends at once outside of a transaction",
            "write set lock_timeout = '5s', and reset lock_timeout at the end"),
    INDEX(
            "keeps writers of the table out while it reads all of it",
            "create index concurrently, in a file of its own outside a transaction"),
    DROP_INDEX(
            "waits for everybody who reads the table, and keeps all others waiting",
            "drop index concurrently, in a file of its own outside a transaction"),
    CONCURRENTLY(
            "concurrently cannot run in a transaction, nor beside other changes",
            "put it into a file of its own, with a .conf beside it that says executeInTransaction=false"),
    NOT_NULL(
            "looks through the whole table under a lock nobody gets past, or fails on rows that are there",
            "add a check (… is not null) not valid, validate it in a later transaction, then set not null"),
    REWRITE(
            "writes the whole table anew under a lock nobody gets past",
            "add a nullable or constant-default column, fill it in batches, switch over a release later"),
    CONSTRAINT(
            "looks through the whole table under a lock",
            "add it not valid (a unique one using an index built concurrently), and validate it in a transaction of its own"),
    VALIDATE(
            "validates in the transaction that still holds the lock of adding the constraint",
            "validate in a later file, or outside a transaction"),
    FOREIGN_KEY_INDEX(
            "deleting what is pointed at walks the whole table", "create an index that begins with the column"),
    DATA(
            "changes as many rows as there are in one transaction",
            "change batches with a limit or a range of keys, committing each, outside a transaction"),
    DROP(
            "a release before this one may still run and use it",
            "stop using it in one release and drop it in a later one; then waive this with the release that used it last"),
    STILL_USED(
            "this program still uses it", "take it out of the entities and queries first, and drop it a release later"),
    TODO("is not finished", "do what the comment says and take it away"),
    WAIVER("waives nothing", "write -- lint: allow <rule>: <reason>, right before the statement it is for");

    private final String fault;
    private final String way;

    Rule(String fault, String way) {
        this.fault = fault;
        this.way = way;
    }

    /** As a waiver names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Finding in(Migration migration, int line) {
        return new Finding(migration.file(), line, word(), fault, way);
    }
}
