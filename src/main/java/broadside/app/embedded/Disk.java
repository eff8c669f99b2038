package broadside.app.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Makes sure that what is written is on the disk before its name says so. */
final class Disk {
    private static final int AT_ONCE = 16;

    private Disk() {}

    /** Forces every file of a tree, many at once: a disk commits them together, at a tenth of the price. */
    static void forceTree(Path tree) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (Stream<Path> walk = Files.walk(tree)) {
            List<Callable<Path>> all = walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .<Callable<Path>>map(path -> () -> force(path))
                    .toList();
            for (Future<Path> each : threads.invokeAll(all)) {
                each.get();
            }
        } catch (ExecutionException trouble) {
            throw new IOException(trouble.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            threads.shutdown();
        }
    }

    /** Forces the names in a folder, where folders can be opened at all. */
    static void forceFolder(Path folder) throws IOException {
        if (DataFolder.isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    private static Path force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        }
        return file;
    }
}
