package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion in a real bash, for an alias and for a function: what its own completion would offer for what was typed. */
@Tag("any-server")
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");
    /** Calls the function that {@code complete} has for the first word, as bash does when somebody presses the tabulator. */
    private static final String OFFER = """
            source ./completion
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            function=$(complete -p "$1" | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
            compopt() { :; }
            "$function" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder;

    @Test
    void completesCommandsAndOptions() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH) || Boolean.getBoolean("broadside.test.strict"), "bash is not installed");
        var script = Told.with(Map.of(), "generate-completion");
        assertEquals(0, script.exit(), script.error());
        Files.writeString(folder.resolve("completion"), script.out());
        for (var defined : List.of(
                "shopt -s expand_aliases\nalias broadside='java -jar broadside.jar'\n", "broadside() { :; }\n")) {
            Files.writeString(folder.resolve("offer"), defined + OFFER);
            var first = offered("");
            assertTrue(
                    first.containsAll(List.of("serve", "user", "db", "config", "health", "backup")), first.toString());
            assertEquals(List.of("restore"), offered("res"));
            assertEquals(
                    List.of("create", "list", "promote", "reset-password", "restore", "suspend"), offered("user", ""));
            assertEquals(List.of("migrate"), offered("db", "mi"));
            assertTrue(
                    offered("user", "list", "--").containsAll(List.of("--role", "--suspended", "--search", "--json")));
            assertTrue(offered("restore", "--").contains("--replace"));
        }
    }

    private List<String> offered(String... typed) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(BASH.toString(), "--norc", "offer", "broadside"));
        command.addAll(List.of(typed));
        var bash = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var told = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), told);
        return List.copyOf(
                new TreeSet<>(told.lines().filter(line -> !line.isBlank()).toList()));
    }
}
