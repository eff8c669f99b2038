package broadside.app.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Runs Java that comes line by line, a snippet as soon as it is complete. */
final class Snippets implements AutoCloseable {
    private final JShell java;
    private static final Set<SubKind> SHOWN = Set.of(
            SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
            SubKind.VAR_VALUE_SUBKIND,
            SubKind.ASSIGNMENT_SUBKIND,
            SubKind.OTHER_EXPRESSION_SUBKIND);

    private final PrintStream out;
    private final PrintStream error;
    private boolean good = true;

    static Snippets onStandardStreams() {
        return new Snippets(System.out, System.err);
    }

    Snippets(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
        java = JShell.builder()
                .executionEngine(InThisThread.NAME)
                .out(out)
                .err(error)
                .build();
        java.addToClasspath(System.getProperty("java.class.path"));
        Shell.STARTUP.forEach(line -> java.eval(line).forEach(this::failure));
    }

    /** Until {@code /exit} or the end; whether everything worked. */
    boolean runAll(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.strip().equals("/exit"); line = in.readLine()) {
            text.append(line).append('\n');
            var rest = complete(text.toString());
            text.setLength(0);
            text.append(rest);
        }
        if (!text.toString().isBlank()) {
            error.println("The last statement has no end.");
            good = false;
        }
        return good;
    }

    /** Runs what is complete and gives back the rest. */
    private String complete(String text) {
        var rest = text;
        while (!rest.isBlank()) {
            var next = java.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.DEFINITELY_INCOMPLETE
                    || next.completeness() == Completeness.CONSIDERED_INCOMPLETE) {
                return rest;
            }
            java.eval(next.source() == null ? rest : next.source()).forEach(this::told);
            rest = next.remaining() == null ? "" : next.remaining();
        }
        return "";
    }

    private void told(SnippetEvent event) {
        failure(event);
        if (event.exception() == null && SHOWN.contains(event.snippet().subKind()) && event.value() != null) {
            out.println(event.value());
        }
    }

    private void failure(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            good = false;
            java.diagnostics(event.snippet()).forEach(fault -> error.println(fault.getMessage(Locale.ROOT)));
        } else if (event.exception() instanceof EvalException failure) {
            good = false;
            error.println(failure.getExceptionClassName() + ": " + failure.getMessage());
        } else if (event.exception() != null) {
            good = false;
            error.println(event.exception().getMessage());
        }
    }

    @Override
    public void close() {
        java.close();
    }
}
