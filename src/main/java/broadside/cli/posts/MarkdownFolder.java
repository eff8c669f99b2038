package broadside.cli.posts;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The Markdown files of a folder and those in it, in order of their names. Links are not followed, so that there is an end to them;
 * folders whose name begins with a dot are left alone.
 *
 * @param sections how many there are that Hugo has for lists of pages: they are no posts
 */
record MarkdownFolder(List<Found> files, int sections) {
    /**
     * A file.
     *
     * @param name  relative to the folder
     * @param fault why it cannot be read; empty: nothing is known against it
     */
    record Found(Path path, Path name, String fault) {}

    static MarkdownFolder at(Path folder) {
        var visitor = new Visitor(folder);
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException failure) {
            throw new StartupFailure(folder + " cannot be read: " + failure + ".", failure);
        }
        visitor.files.sort((one, other) -> one.name().compareTo(other.name()));
        return new MarkdownFolder(List.copyOf(visitor.files), visitor.sections);
    }

    static MarkdownFolder of(Path file) {
        return new MarkdownFolder(List.of(new Found(file, file.getFileName(), "")), 0);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Found> files = new ArrayList<>();
        private int sections;

        Visitor(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            var hidden = !place.equals(folder) && place.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!FileName.isMarkdown(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (FileName.isSection(file)) {
                sections++;
            } else {
                var fault = attributes.isSymbolicLink()
                        ? "it is a link: links are not followed"
                        : attributes.isRegularFile() ? "" : "it is no file";
                files.add(new Found(file, folder.relativize(file), fault));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            files.add(new Found(file, folder.relativize(file), "it cannot be read"));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path place, java.io.@org.jspecify.annotations.Nullable IOException failure) {
            if (failure != null) {
                files.add(new Found(place, folder.relativize(place), "it cannot be read to its end"));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
