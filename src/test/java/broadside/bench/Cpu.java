package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What processes have cost so far, from {@code /proc/PID/stat} (proc_pid_stat(5)), in microseconds of processor time. */
final class Cpu {
    private static final Pattern COMPILER = Pattern.compile("[(]C[12] ");
    private static final long MICROS_PER_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int OWN_TIME = 11;
    private static final int CHILDREN_TIME = 13;

    private Cpu() {}

    /** One process with all its threads. */
    static LongSupplier of(long pid) {
        return () -> ticks(stat(pid), OWN_TIME) * MICROS_PER_TICK;
    }

    /** The just-in-time compilers of a JVM that still run: their threads come and go. */
    static LongSupplier compilers(long pid) {
        return () -> {
            try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
                return threads.map(thread -> line(thread.resolve("stat")))
                        .filter(line -> COMPILER.matcher(line).find())
                        .mapToLong(line -> ticks(fields(line), OWN_TIME) * MICROS_PER_TICK)
                        .sum();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    /** A process and its children, those that have ended too. */
    private static LongSupplier family(long pid) {
        return () -> {
            var parent = stat(pid);
            long children = pids().filter(child -> parent(child) == pid)
                    .map(child -> ticks(stat(child), OWN_TIME))
                    .sum();
            return (ticks(parent, OWN_TIME) + ticks(parent, CHILDREN_TIME) + children) * MICROS_PER_TICK;
        };
    }

    /** The PostgreSQL server of a database, which runs on this machine, with all its processes. */
    static LongSupplier postgres(DatabaseAddress at) throws SQLException {
        try (var connection = TestDatabase.connect(at);
                var statement = connection.createStatement();
                var asked = statement.executeQuery("select pg_backend_pid()")) {
            asked.next();
            return family(parent(asked.getLong(1))); // known only while the backend lives
        }
    }

    private static long parent(long pid) {
        var fields = stat(pid);
        return fields.length == 0 ? 0 : Long.parseLong(fields[PARENT]);
    }

    private static LongStream pids() {
        return ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid);
    }

    /** User and system time, which stand side by side. */
    private static long ticks(String[] fields, int at) {
        return fields.length == 0 ? 0 : Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1]);
    }

    /** The fields after the name, which may have blanks in it; none of a process that has ended. */
    private static String[] stat(long pid) {
        return fields(line(Path.of("/proc", Long.toString(pid), "stat")));
    }

    private static String[] fields(String line) {
        return line.isEmpty()
                ? new String[0]
                : line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static String line(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            if (!Files.exists(file)) {
                return "";
            }
            throw new UncheckedIOException(failure);
        }
    }
}
