package broadside.cli;

import broadside.app.Commands;
import broadside.app.Rooms;
import broadside.cli.seed.Harvest;
import broadside.cli.seed.Sowing;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a database for a try. */
@Command(
        name = "seed",
        description = "Bring accounts and posts to try things out with, made up or from a file, all with one password. "
                + "Exit code 0: all was brought; 3: some lines were refused.",
        mixinStandardHelpOptions = true)
final class Seed implements Callable<Integer> {
    private static final int SOME_REFUSED = 3;
    private static final int MOST = 10_000_000;
    private static final int LONGEST_PASSWORD = 256;

    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description =
                    "How many to make up; 50, or with a file none, but 50 where its posts do not say whose they are.")
    private @Nullable Integer accounts;

    @Option(names = "--posts", paramLabel = "N", description = "How many to make up; 1000, or with a file none.")
    private @Nullable Integer posts;

    @Option(
            names = "--follows",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many others each account follows; ${DEFAULT-VALUE}.")
    private int follows = 10;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "JSON lines: an account {\"username\", \"email\"?, \"displayName\"?, \"bio\"?} or a post "
                            + "{\"body\" or \"text\", \"author\"?, \"title\"?, \"summary\"?, \"coverUrl\"?, \"language\"?, \"tags\"?, \"publishedAt\"?}.")
    private @Nullable Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number, other people and texts; ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--password",
            paramLabel = "P",
            description = "Everybody's password; made up and shown unless given.")
    private @Nullable String password;

    @Option(
            names = {"--more", "--yes"},
            description = "Even if the database has accounts.")
    private boolean more;

    Seed(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var order = order();
        var given = password == null ? GivenPassword.of(null) : new GivenPassword(password, false);
        var line = Objects.requireNonNull(spec).commandLine();
        var harvest = InOneLine.told(() ->
                Commands.run(environment.config(), rooms -> Future.succeededFuture(sow(order, given, rooms, line))));
        return harvest.isWhole() ? 0 : SOME_REFUSED;
    }

    private Sowing.Order order() {
        var order = new Sowing.Order(
                count(accounts, file == null ? 50 : 0),
                count(posts, file == null ? 1_000 : 0),
                count(follows, 0),
                file,
                seed);
        if (order.posts() > 0 && order.accounts() == 0) {
            throw wrong("Somebody has to write the posts: give --accounts too");
        }
        if (password != null && (password.isBlank() || password.length() > LONGEST_PASSWORD)) {
            throw wrong("The --password must have 1 to " + LONGEST_PASSWORD + " characters");
        }
        return order;
    }

    private int count(@Nullable Integer given, int usual) {
        var count = given == null ? usual : given;
        if (count < 0 || count > MOST) {
            throw wrong("Numbers must be from 0 to " + MOST);
        }
        return count;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private Harvest sow(Sowing.Order order, GivenPassword given, Rooms rooms, CommandLine line) {
        var seeds = rooms.seeds();
        var newest = await(seeds.newest());
        if (newest > 0 && !more) {
            throw new StartupFailure("There are accounts in the database already: --more adds to them.");
        }
        var begun = System.nanoTime();
        var hash = await(rooms.passwords().hash(given.text()));
        var sowing = new Sowing(order, seeds, rooms.reads(), Clock.systemUTC(), newest, hash);
        var harvest = sowing.run();
        harvest.tellRefusals(line.getErr());
        harvest.tell(line.getOut(), (System.nanoTime() - begun) / 1e9);
        var first = sowing.first();
        if (first != null) {
            line.getOut()
                    .println("Log in as " + first + ", or as any other (user list), with "
                            + (given.isMadeUp() ? "the password " + given.text() : "the password that was given")
                            + ".");
        }
        return harvest;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
