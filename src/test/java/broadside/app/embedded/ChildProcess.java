package broadside.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.app.embedded.EmbeddedDatabase.Use;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Java process of its own that has a data folder open. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static ChildProcess start(Path folder, Use use, String deed) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ChildProcess(new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Child.class.getName(),
                        folder.toString(),
                        use.name(),
                        deed)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The rest of the next line that begins with this word. */
    String next(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
        throw new IOException("the child ended without saying " + word);
    }

    int port() throws IOException {
        return Integer.parseInt(next("port"));
    }

    /** Kills it, as {@code kill -9} does, after it has written so many rows; the last it said it had written. */
    long killWhileWriting(long rows) throws Exception {
        long last = 0;
        while (last < rows) {
            last = Long.parseLong(next("wrote"));
        }
        process.toHandle().destroyForcibly();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            last = Long.parseLong(line.substring("wrote ".length()));
        }
        process.waitFor();
        return last;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it leave in peace. */
    void end() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
