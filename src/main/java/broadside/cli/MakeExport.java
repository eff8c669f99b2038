package broadside.cli;

import broadside.app.Commands;
import broadside.app.export.Export;
import broadside.cli.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people wrote and have here, for them to take along. */
@Command(
        name = "export",
        description =
                "Write what one account has here, or all have, as JSON and Markdown into a zip file; while the program serves or not. "
                        + "Keep the file safe: it holds addresses, drafts and private posts, but no secrets.",
        mixinStandardHelpOptions = true)
final class MakeExport implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A new file.")
    private @Nullable Path file;

    @Option(names = "--account", paramLabel = "USERNAME", description = "Only what this account has.")
    private @Nullable String account;

    @Option(
            names = "--no-markdown",
            description = "Leave out the files of Markdown; the list of posts has all that is in them.")
    private boolean withoutMarkdown;

    MakeExport(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var order = new Export.Order(Objects.requireNonNull(file), account, !withoutMarkdown);
        var written = Commands.onNewest(
                environment.config(),
                address -> new Export(address, Version.text(), Clock.systemUTC()).to(order, Progress::of));
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Wrote %d %s and %d %s into %s (%,d bytes).%n",
                        written.accounts(),
                        written.accounts() == 1 ? "account" : "accounts",
                        written.posts(),
                        written.posts() == 1 ? "post" : "posts",
                        order.file(),
                        written.bytes());
        return 0;
    }
}
