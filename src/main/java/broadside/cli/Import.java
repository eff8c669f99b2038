package broadside.cli;

import broadside.app.Commands;
import broadside.app.Settings;
import broadside.cli.microblog.Passage;
import broadside.cli.posts.PostPassage;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings what people have elsewhere, from the command line. */
@Command(
        name = "import",
        description = "Bring what people wrote and had elsewhere.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Import {
    /** Everything else was taken. */
    private static final int SOME_SKIPPED = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    Import(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Command(
            name = "microblog",
            description =
                    "Bring users, posts, followers and messages of the Flask tutorial's Microblog, or of its API edition. "
                            + "Run it as often as you like: it brings what is new. Exit code 0: all was taken; 3: some rows were skipped.",
            mixinStandardHelpOptions = true)
    int microblog(
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "URL",
                            description =
                                    "A SQLite file, or sqlite://, mysql://, mariadb:// or postgresql:// as SQLAlchemy has it.")
                    String from,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What to know the source by when it moves; its address unless given.")
                    @Nullable
                    String name,
            @Option(
                            names = "--edition",
                            paramLabel = "EDITION",
                            description = "microblog or api, where a database holds both.")
                    @Nullable
                    String edition,
            @Option(names = "--dry-run", description = "Say what would become of each row and bring none.")
                    boolean rehearsal,
            @Option(
                            names = "--report",
                            paramLabel = "FILE",
                            description = "Where the report goes; import-<time>.txt in this folder unless given.")
                    @Nullable
                    Path report) {
        var config = Settings.read(environment.variables());
        var order = new Passage.Order(from, name, edition, rehearsal, report == null ? ofNow() : report);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var passage = Passage.open(order, out)) {
            var skipped = Commands.run(config, rooms -> Future.succeededFuture(passage.run(rooms.imports())));
            return skipped == 0 ? 0 : SOME_SKIPPED;
        }
    }

    @Command(
            name = "posts",
            description =
                    "Bring posts from a file of JSON lines, from Markdown files with YAML front matter, or from an export. "
                            + "Run it as often as you like: it brings what is new. Exit code 0: all was taken; 3: some were skipped.",
            mixinStandardHelpOptions = true)
    int posts(
            @Parameters(
                            paramLabel = "FILE|FOLDER",
                            description =
                                    "A .md file, a folder of them, an export's .zip, or else a post a line as JSON.")
                    Path from,
            @Option(
                            names = "--author",
                            paramLabel = "USERNAME",
                            description = "Who wrote the posts that do not say so; she has an account here.")
                    @Nullable
                    String author,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What to know the source by when it moves; its path unless given.")
                    @Nullable
                    String name,
            @Option(names = "--dry-run", description = "Say what would become of each post and bring none.")
                    boolean rehearsal,
            @Option(
                            names = "--report",
                            paramLabel = "FILE",
                            description = "Where the report goes; import-<time>.txt in this folder unless given.")
                    @Nullable
                    Path report) {
        var config = Settings.read(environment.variables());
        var order = new PostPassage.Order(from, name, author, rehearsal, report == null ? ofNow() : report);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var passage = PostPassage.open(order, out, Clock.systemUTC())) {
            var skipped = Commands.run(config, rooms -> Future.succeededFuture(passage.run(rooms.imports())));
            return skipped == 0 ? 0 : SOME_SKIPPED;
        }
    }

    private static Path ofNow() {
        return Path.of("import-" + TIME.format(Instant.now()) + ".txt");
    }
}
