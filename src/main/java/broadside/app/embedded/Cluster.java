package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** The database cluster of a data folder: set up aside and put in its place as a whole, so that what is there is complete. */
record Cluster(DataFolder folder, Programs programs) {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "broadside";
    static final String DATABASE = "broadside";
    /**
     * Of SCRAM, where more than one (RFC 7677 asks for 4,096) makes guessing slow: nobody guesses 32 random bytes, and a start
     * comes in by ten connections.
     */
    private static final String ITERATIONS = "set scram_iterations = 1";

    /** Brings the cluster into a state in which a server can start on it. */
    void prepare() throws IOException {
        if (!isThere()) {
            setUp();
        }
        refuseOtherVersions();
        programs.privileges().ownTree(path());
        if (passwords().isEmpty()) {
            changePasswords();
        }
        Configuration.write(path());
    }

    Path path() {
        return folder.cluster();
    }

    Optional<Passwords> passwords() throws IOException {
        return Passwords.read(folder.passwords());
    }

    private boolean isThere() throws IOException {
        if (Files.exists(version())) {
            return true;
        }
        if (Files.exists(path()) && !DataFolder.isEmpty(path())) {
            throw new StartupFailure(
                    "%s is in the way, it is no PostgreSQL data: move it, or set BROADSIDE_DATA_DIR to another folder"
                            .formatted(path()));
        }
        return false;
    }

    private void setUp() throws IOException {
        Path setup = programs.privileges().own(folder.setup());
        try {
            Passwords passwords = passwords().orElseGet(Passwords::generate);
            Path fresh = setup.resolve("postgres");
            initialize(setup, fresh, passwords);
            singleUser(
                    fresh,
                    ITERATIONS,
                    "create role %s login password '%s'".formatted(OWNER, passwords.owner()),
                    "create database %s owner %s".formatted(DATABASE, OWNER));
            passwords.write(folder.passwords());
            Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(folder.path());
        } finally {
            DataFolder.discard(setup);
        }
    }

    private void initialize(Path setup, Path fresh, Passwords passwords) throws IOException {
        Path password = setup.resolve("password");
        Passwords.writePrivately(password, passwords.superuser());
        programs.privileges().own(password);
        programs.run(
                "",
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
    }

    /** Whoever may write the folder owns the data: a lost password file is made anew. */
    private void changePasswords() throws IOException {
        Passwords passwords = Passwords.generate();
        singleUser(
                path(),
                ITERATIONS,
                "alter role %s password '%s'".formatted(SUPERUSER, passwords.superuser()),
                "alter role %s password '%s'".formatted(OWNER, passwords.owner()));
        passwords.write(folder.passwords());
    }

    /** Runs statements without a server; they stay out of any message, for they hold passwords. */
    private void singleUser(Path cluster, String... statements) throws IOException {
        programs.run(
                String.join("\n", statements) + "\n",
                "postgres",
                "--single",
                "-D",
                cluster.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic",
                SUPERUSER);
    }

    private void refuseOtherVersions() throws IOException {
        String ours = version(programs.home());
        String theirs = Files.readString(version()).strip();
        if (!theirs.equals(ours)) {
            throw new StartupFailure(("The data in %s was written by PostgreSQL %s, this program brings PostgreSQL %s:"
                            + " move the data over with pg_dump, or set BROADSIDE_DATA_DIR to another folder")
                    .formatted(path(), theirs, ours));
        }
    }

    private Path version() {
        return path().resolve("PG_VERSION");
    }

    /** The first line of the catalog's source names the major version. */
    private static String version(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElse("").replace("# PostgreSQL ", "").strip();
        }
    }
}
