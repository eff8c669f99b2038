package broadside.app.lint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts in compiled classes (JVM specification, 4.4: the constant pool). */
final class ClassConstants {
    private static final int HEADER = 8;
    private static final int TEXT = 1;

    private ClassConstants() {}

    /** @param program a jar or a folder of classes; only those of the package {@code broadside} and below count */
    static List<String> of(Path program) throws IOException {
        if (Files.isDirectory(program)) {
            return below(program.resolve("broadside"));
        }
        try (var jar = FileSystems.newFileSystem(program)) {
            return below(jar.getPath("broadside"));
        }
    }

    private static List<String> below(Path folder) throws IOException {
        var texts = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                try (var in = Files.newInputStream(file)) {
                    read(in, texts);
                }
            }
        }
        return texts;
    }

    private static void read(InputStream in, List<String> texts) throws IOException {
        var data = new DataInputStream(new java.io.BufferedInputStream(in));
        data.readNBytes(HEADER);
        var size = data.readUnsignedShort();
        for (var at = 1; at < size; at++) {
            var tag = data.readUnsignedByte();
            if (tag == TEXT) {
                texts.add(data.readUTF());
            } else {
                data.readNBytes(length(tag));
            }
            at += isLong(tag) ? 1 : 0;
        }
    }

    /** Long and double take two places. */
    private static boolean isLong(int tag) {
        return tag == 5 || tag == 6;
    }

    private static int length(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IllegalStateException("an unknown kind of constant: " + tag);
        };
    }
}
