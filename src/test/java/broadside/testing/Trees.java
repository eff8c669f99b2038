package broadside.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders and all that is in them. */
public final class Trees {
    private Trees() {}

    /** Deletes as much as can be deleted; somebody may still be writing there. */
    public static void delete(Path top) {
        try (var all = Files.walk(top)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException left) {
            System.err.println("left behind: " + top);
        }
    }
}
