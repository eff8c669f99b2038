package broadside.cli.microblog;

import broadside.cli.intake.Delivery;
import broadside.cli.intake.Report;
import broadside.cli.progress.Progress;
import broadside.kit.problem.StartupFailure;
import broadside.transfer.Imports;
import broadside.transfer.Kind;
import broadside.transfer.Outcome;
import broadside.transfer.SourceRow;
import io.vertx.core.Future;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings everything from one Microblog. */
public final class Passage implements AutoCloseable {
    private static final int LONGEST_NAME = 300;

    private final Microblog microblog;
    private final String name;
    private final boolean rehearsal;
    private final Report report;

    private Passage(Microblog microblog, String name, boolean rehearsal, Report report) {
        this.microblog = microblog;
        this.name = name;
        this.rehearsal = rehearsal;
        this.report = report;
    }

    /**
     * What was asked for.
     *
     * @param from    an address as SQLAlchemy has it, or the path of a SQLite file
     * @param name    what the source is known by; null: by its address without secrets
     * @param edition null: whichever its tables show
     */
    public record Order(
            String from, @Nullable String name, @Nullable String edition, boolean rehearsal, Path report) {
        /** The words for editions. */
        public static List<String> editions() {
            return Edition.words();
        }

        /** Without the address, which may hold a password. */
        @Override
        public String toString() {
            return "order of " + report;
        }
    }

    /** Opens the source and the report; fails with one line for people. */
    public static Passage open(Order order, PrintWriter shown) {
        var address = SourceAddress.parse(order.from());
        var name = order.name() == null ? address.name() : order.name();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new StartupFailure("Give the source a --name of 1 to " + LONGEST_NAME + " characters.");
        }
        var microblog = Microblog.open(address, edition(order.edition()));
        try {
            return new Passage(microblog, name, order.rehearsal(), Report.open(order.report(), shown));
        } catch (StartupFailure failure) {
            microblog.close();
            throw failure;
        }
    }

    private static @Nullable Edition edition(@Nullable String word) {
        if (word == null) {
            return null;
        }
        if (!Edition.words().contains(word)) {
            throw new StartupFailure(
                    "There is no edition " + word + ": use " + String.join(" or ", Edition.words()) + ".");
        }
        return Edition.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    /**
     * Brings all of it. Blocks until then.
     *
     * @return how many rows were skipped
     */
    public long run(Imports imports) {
        var run = imports.from(name, rehearsal);
        report.say((rehearsal ? "Rehearsal: nothing is written. " : "") + "From " + name + " ("
                + microblog.edition().word() + " edition)");
        bring(Kind.USER, microblog.users(), run::users);
        bring(Kind.POST, microblog.posts(), run::posts);
        microblog.follows().ifPresent(follows -> bring(Kind.FOLLOW, follows, run::follows));
        microblog.messages().ifPresent(messages -> bring(Kind.MESSAGE, messages, run::messages));
        if (!microblog.leftAlone().isEmpty()) {
            report.say("Tables left alone: " + String.join(", ", microblog.leftAlone()));
        }
        report.summary();
        return report.skipped();
    }

    private <R extends SourceRow> void bring(Kind kind, Rows<R> rows, Function<List<R>, Future<List<Outcome>>> door) {
        var delivery = new Delivery<R>(door, outcome -> report.add(kind, outcome));
        try (Progress progress = Progress.of(kind.word() + "s", rows.count())) {
            for (var page = rows.next(); !page.isEmpty(); page = rows.next()) {
                delivery.deliver(page);
                progress.step(page.size());
            }
        }
    }

    @Override
    public void close() {
        report.close();
        microblog.close();
    }
}
