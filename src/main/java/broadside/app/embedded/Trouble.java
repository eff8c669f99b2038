package broadside.app.embedded;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What a user can do about trouble with the files of a data folder. */
final class Trouble {
    private static final String ANOTHER = "set BROADSIDE_DATA_DIR to another folder";

    private Trouble() {}

    static StartupFailure with(Path folder, IOException cause) {
        return new StartupFailure(line(folder, cause), cause);
    }

    private static String line(Path folder, IOException cause) {
        if (cause instanceof FileAlreadyExistsException || tells(cause, "not a directory")) {
            return "The data folder %s is not a folder: move that file away, or %s".formatted(folder, ANOTHER);
        }
        if (cause instanceof AccessDeniedException) {
            return "The data folder %s cannot be written by user %s: make that user its owner, or %s"
                    .formatted(folder, System.getProperty("user.name"), ANOTHER);
        }
        if (tells(cause, "no space left") || tells(cause, "quota exceeded")) {
            return "The disk of the data folder %s is full: make room, or %s".formatted(folder, ANOTHER);
        }
        if (cause instanceof Programs.Failed) {
            return "The PostgreSQL that comes with the program does not work in %s (%s): mend that, or set DATABASE_URL"
                    .formatted(folder, reason(cause));
        }
        return "The data folder %s cannot be used (%s): mend that, or %s".formatted(folder, reason(cause), ANOTHER);
    }

    private static boolean tells(IOException cause, String what) {
        return reason(cause).toLowerCase(Locale.ROOT).contains(what);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it is not there and cannot be made";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.replace('\n', ' ');
    }
}
