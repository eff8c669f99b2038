package broadside.app.check;

import broadside.app.catalogue.Draft;
import broadside.app.lint.MigrationFiles;
import broadside.app.schema.NewPair;
import broadside.app.schema.Scripts;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a drafted migration, numbered next.
 *
 * @param name small letters, digits and underscores
 */
public record DraftFiles(Path folder, String name) {
    public DraftFiles {
        NewPair.checkName(name);
        if (!Files.isDirectory(folder)) {
            throw new StartupFailure("There is no folder " + folder + " of migrations here: run this in the project.");
        }
    }

    /** What is there already. */
    public Scripts scripts() {
        return Scripts.in(folder.toAbsolutePath());
    }

    /** Nothing that is there is overwritten. */
    public List<Path> write(Draft draft) throws IOException {
        var number = "%03d".formatted(new MigrationFiles(folder).next());
        var migration = folder.resolve("V" + number + "__" + name + ".sql");
        var written = new ArrayList<Path>();
        written.add(write(migration, draft.migration("A draft: " + name.replace('_', ' ') + ".")));
        if (draft.isOutsideTransaction()) {
            written.add(write(folder.resolve(migration.getFileName() + ".conf"), "executeInTransaction=false\n"));
        }
        written.add(write(folder.resolve("U" + number + "__" + name + ".sql"), draft.undo()));
        return written;
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
}
