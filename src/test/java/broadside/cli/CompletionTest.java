package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion in a real bash and a real zsh, for an alias and for a function. */
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

    private static final Path ZSH = Path.of("/bin/zsh");
    /** Types on a terminal of its own, presses the tabulator and then Enter, and tells what the command is given. */
    private static final String PRESS = """
            zmodload zsh/zpty
            zpty shell 'zsh -f -i'
            zpty -w shell "autoload -Uz compinit; compinit -u -D; $1; source ./completion; print RE''ADY"
            zpty -r shell screen '*READY*'
            zpty -w shell "$2"$'\\t'
            zpty -r shell screen '*GOT:*:DONE*'
            print -r -- "${${screen##*GOT:}%%:DONE*}"
            """;

    @TempDir
    private Path folder;

    @Test
    void completesCommandsAndOptions() throws IOException, InterruptedException {
        write(BASH);
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

    @Test
    void completesInZsh() throws IOException, InterruptedException {
        write(ZSH);
        Files.writeString(folder.resolve("press"), PRESS);
        var tells = "() { print -r \"GOT:$*:DONE\" }";
        for (var defined : List.of("broadside" + tells, "alias broadside=told; told" + tells)) {
            assertEquals("backup\n", pressed(defined, "broadside ba"));
            assertEquals("db migrate\n", pressed(defined, "broadside db mi"));
            assertEquals("user list --suspended\n", pressed(defined, "broadside user list --susp"));
        }
    }

    private void write(Path shell) throws IOException {
        assumeTrue(
                Files.isExecutable(shell) || Boolean.getBoolean("broadside.test.strict"), shell + " is not installed");
        var script = Told.with(Map.of(), "generate-completion");
        assertEquals(0, script.exit(), script.error());
        Files.writeString(folder.resolve("completion"), script.out());
    }

    private String pressed(String defined, String typed) throws IOException, InterruptedException {
        return output(List.of(ZSH.toString(), "-f", "press", defined, typed));
    }

    private List<String> offered(String... typed) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(BASH.toString(), "--norc", "offer", "broadside"));
        command.addAll(List.of(typed));
        return List.copyOf(new TreeSet<>(
                output(command).lines().filter(line -> !line.isBlank()).toList()));
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        var shell = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), told);
        return told;
    }
}
