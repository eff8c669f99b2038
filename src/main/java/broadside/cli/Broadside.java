package broadside.cli;

import broadside.app.Config;
import broadside.app.Settings;
import broadside.app.log.Terminal;
import broadside.kit.problem.StartupFailure;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line. Without a command it serves. */
@Command(
        name = "broadside",
        description = "The blog back end you start with one command.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Serve.class,
            User.class,
            Import.class,
            Seed.class,
            MakeExport.class,
            MakeBackup.class,
            RestoreBackup.class,
            Db.class,
            Configuration.class,
            Health.class,
            GenerateCompletion.class
        })
public final class Broadside implements Runnable {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the whole report of a failure.")
    private boolean verbose;

    private final Environment environment;

    private Broadside(Environment environment) {
        this.environment = environment;
    }

    /** Exit code 0: done; 1: failed, with one line on standard error; 2: the command line is wrong. */
    public static int run(String[] arguments, Map<String, String> variables) {
        return arguments.length == 0
                ? serve(variables)
                : line(variables).setOut(out()).execute(arguments);
    }

    /** What is done where nothing is asked for: without the command line, which takes 0.1 s and more of a start to build. */
    private static int serve(Map<String, String> variables) {
        try {
            return new Serve(new Environment(variables)).call();
        } catch (RuntimeException failure) {
            return tell(failure, new PrintWriter(System.err, true, Charset.defaultCharset()), false);
        }
    }

    /** What no terminal shows is for programs, and UTF-8 wherever they are. */
    private static PrintWriter out() {
        var charset = Terminal.isThere() ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(System.out, charset), true);
    }

    /** The same, told to somebody else; only {@code serve} has its banner on standard output all the same. */
    public static int run(String[] arguments, Map<String, String> variables, PrintWriter out, PrintWriter error) {
        return line(variables).setOut(out).setErr(error).execute(arguments);
    }

    /** The command line with all its commands. */
    static CommandLine line(Map<String, String> variables) {
        var environment = new Environment(variables);
        var broadside = new Broadside(environment);
        return told(new CommandLine(broadside, environment.factory()))
                .setParameterExceptionHandler((wrong, given) -> tell(wrong))
                .setExecutionExceptionHandler(
                        (failure, command, result) -> tell(failure, command.getErr(), broadside.verbose));
    }

    /** Each command tells the version of the whole. */
    private static CommandLine told(CommandLine command) {
        command.getCommandSpec().versionProvider(new Version());
        command.getSubcommands().values().forEach(Broadside::told);
        return command;
    }

    private static int tell(Exception failure, PrintWriter error, boolean verbose) {
        var known = failure instanceof StartupFailure;
        error.println("broadside: "
                + (known ? failure.getMessage() : "unexpected failure, --verbose tells more: " + oneLine(failure)));
        if (verbose) {
            failure.printStackTrace(error);
        }
        return 1;
    }

    private static int tell(ParameterException wrong) {
        var command = wrong.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().println("broadside: " + oneLine(wrong) + ". See " + name + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String oneLine(Exception failure) {
        var told = failure instanceof ParameterException ? failure.getMessage() : failure.toString();
        return String.valueOf(told).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public void run() {
        new Serve(environment).call();
    }

    /** Gives commands what they stand on. */
    record Environment(Map<String, String> variables) {
        Config config() {
            return Settings.read(variables);
        }

        /** Makes commands by their constructor that takes this, or that takes nothing. */
        IFactory factory() {
            var standard = CommandLine.defaultFactory();
            return new IFactory() {
                @Override
                public <K> K create(Class<K> type) throws Exception {
                    for (var constructor : type.getDeclaredConstructors()) {
                        if (List.of(constructor.getParameterTypes()).equals(List.of(Environment.class))) {
                            return type.cast(constructor.newInstance(Environment.this));
                        }
                    }
                    return standard.create(type);
                }
            };
        }
    }
}
