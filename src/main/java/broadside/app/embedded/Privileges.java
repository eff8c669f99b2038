package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * As whom the programs of PostgreSQL run, which refuse root. Anyone else runs them plainly. Root runs them as the owner of the
 * data folder; if that is root, in a user namespace, where root is nobody in particular; if there is none to be had,
 * the folder is given to an ordinary user.
 *
 * @param prefix what stands before each command
 * @param user whom the files must belong to, when that is not the user who makes them
 */
record Privileges(List<String> prefix, Optional<UnixUser> user) {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> ORDINARY = List.of("postgres", "nobody");
    private static final Privileges PLAIN = new Privileges(List.of(), Optional.empty());

    static Privileges on(Path folder) throws IOException {
        boolean root = DataFolder.isPosix(folder) && new UnixSystem().getUid() == 0;
        return root ? ofRoot(folder, Privileges::works) : PLAIN;
    }

    static Privileges ofRoot(Path folder, Predicate<List<String>> works) throws IOException {
        UnixUser owner = UnixUser.owning(folder);
        if (!owner.isRoot()) {
            return as(owner, folder, works).orElseThrow(() -> cannot(folder));
        }
        if (works.test(command(NAMESPACE, "test", "-w", folder.toString()))) {
            return new Privileges(NAMESPACE, Optional.of(owner));
        }
        return asOrdinaryUser(folder, works, owner);
    }

    /** Makes a file of ours one of the server's. */
    Path own(Path path) throws IOException {
        if (user.isPresent()) {
            user.get().own(path);
        }
        return path;
    }

    /** Makes a whole tree the server's, if there is one and its top is not. */
    void ownTree(Path top) throws IOException {
        if (user.isPresent() && Files.exists(top) && !UnixUser.owning(top).equals(user.get())) {
            try (Stream<Path> walk = Files.walk(top)) {
                for (Path each : walk.toList()) {
                    own(each);
                }
            }
        }
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    private static Privileges asOrdinaryUser(Path folder, Predicate<List<String>> works, UnixUser root)
            throws IOException {
        for (String name : ORDINARY) {
            Optional<UnixUser> user = UnixUser.named(name);
            Optional<Privileges> privileges =
                    user.isPresent() && give(folder, user.get()) ? as(user.get(), folder, works) : Optional.empty();
            if (privileges.isPresent()) {
                return privileges.get();
            }
        }
        root.own(folder);
        throw cannot(folder);
    }

    private static boolean give(Path folder, UnixUser user) {
        try {
            user.own(folder);
            return true;
        } catch (IOException thisRootMayNot) {
            return false;
        }
    }

    private static Optional<Privileges> as(UnixUser user, Path folder, Predicate<List<String>> works) {
        List<String> prefix = List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups");
        return works.test(command(prefix, "test", "-w", folder.toString()))
                ? Optional.of(new Privileges(prefix, Optional.of(user)))
                : Optional.empty();
    }

    private static List<String> command(List<String> prefix, String... rest) {
        return Stream.concat(prefix.stream(), Stream.of(rest)).toList();
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StartupFailure cannot(Path folder) {
        return new StartupFailure(
                ("PostgreSQL refuses to run as root, and here root can become no other user who can enter %s:"
                                + " start the program as an ordinary user who owns that folder, or set DATABASE_URL")
                        .formatted(folder));
    }
}
