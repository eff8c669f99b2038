package broadside.app.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server process as its cluster's {@code postmaster.pid} tells of it: number, folder, start, port, socket folder, address,
 * shared memory, status, a line each.
 *
 * @param port the TCP port on 127.0.0.1
 */
record Postmaster(ProcessHandle process, int port, boolean isReady) {
    private static final Path PROCESSES = Path.of("/proc");

    /** The postmaster that lives in this cluster. A number that another program bears by now does not count. */
    static Optional<Postmaster> of(Path cluster) {
        return record(cluster)
                .flatMap(record -> process(record)
                        .map(process -> new Postmaster(
                                process,
                                port(record).orElse(0),
                                record.size() > 7 && record.get(7).strip().equals("ready"))))
                .filter(postmaster -> postmaster.isAlive()
                        && isPostgres(postmaster.process).orElse(true)
                        && worksIn(cluster, postmaster.process).orElse(true));
    }

    /** The port of the server that lives or lived in this cluster. */
    static Optional<Integer> lastPort(Path cluster) {
        return record(cluster).flatMap(Postmaster::port);
    }

    /** PostgreSQL would take any living process of that number for its server. */
    static void forgetDead(Path cluster) throws IOException {
        if (record(cluster).flatMap(Postmaster::process).isPresent()
                && of(cluster).isEmpty()) {
            Files.delete(file(cluster));
        }
    }

    /** The processes of this cluster, of a postmaster that is dead too, where the system tells. */
    static List<ProcessHandle> allOf(Path cluster) {
        return ProcessHandle.allProcesses()
                .filter(process -> isPostgres(process).orElse(false)
                        && worksIn(cluster, process).orElse(false))
                .toList();
    }

    /** A dead child whom nobody mourns, as under a first process that is no init, is dead for us. */
    boolean isAlive() {
        return process.isAlive() && !isZombie();
    }

    private boolean isZombie() {
        try {
            String status = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException systemDoesNotTell) {
            return false;
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static Optional<List<String>> record(Path cluster) {
        try {
            return Optional.of(Files.readAllLines(file(cluster), ISO_8859_1));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> process(List<String> record) {
        return number(record, 0).flatMap(ProcessHandle::of);
    }

    private static Optional<Integer> port(List<String> record) {
        return number(record, 3).map(Long::intValue);
    }

    private static Optional<Long> number(List<String> record, int line) {
        return Stream.of(record)
                .filter(lines -> lines.size() > line && lines.get(line).strip().matches("[0-9]{1,10}"))
                .map(lines -> Long.valueOf(lines.get(line).strip()))
                .findFirst();
    }

    private static Optional<Boolean> isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"));
    }

    /** PostgreSQL works in the folder of its cluster. */
    private static Optional<Boolean> worksIn(Path cluster, ProcessHandle process) {
        try {
            return Optional.of(Files.isSameFile(PROCESSES.resolve(process.pid() + "/cwd"), cluster));
        } catch (IOException systemDoesNotTell) {
            return Optional.empty();
        }
    }
}
