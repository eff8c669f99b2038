package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** What processes have cost so far, from {@code /proc/PID/stat} (proc_pid_stat(5)), in microseconds of processor time. */
final class Cpu {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int OWN_TIME = 11;
    private static final int CHILDREN_TIME = 13;

    private Cpu() {}

    /** One process with all its threads. */
    static LongSupplier of(long pid) {
        return () -> ticks(stat(pid), OWN_TIME) * MICROS_PER_TICK;
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
        var file = Path.of("/proc", Long.toString(pid), "stat");
        try {
            var line = Files.readString(file);
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (java.nio.file.NoSuchFileException ended) {
            return new String[0];
        } catch (IOException failure) {
            if (!Files.exists(file)) {
                return new String[0];
            }
            throw new UncheckedIOException(failure);
        }
    }
}
