package broadside.cli;

import broadside.app.EffectiveSetting;
import broadside.app.SettingsTable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is set. */
@Command(
        name = "config",
        description = "Show the settings in force and where each comes from; secrets are hidden.",
        mixinStandardHelpOptions = true)
final class Configuration implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Option(names = "--reference", description = "Explain the settings there are instead, as a table in Markdown.")
    private boolean reference;

    @Spec
    private @Nullable CommandSpec spec;

    Configuration(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (reference) {
            out.print(SettingsTable.markdown());
        } else {
            table(EffectiveSetting.of(environment.variables())).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static List<String> table(List<EffectiveSetting> settings) {
        int names = settings.stream().mapToInt(one -> one.name().length()).max().orElse(1);
        return settings.stream()
                .map(one -> String.format(
                                Locale.ROOT, "%-" + names + "s  %-11s  %s", one.name(), one.source(), one.value())
                        .stripTrailing())
                .toList();
    }
}
