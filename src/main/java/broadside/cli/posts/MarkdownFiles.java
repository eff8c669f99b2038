package broadside.cli.posts;

import broadside.transfer.SourceEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A post a file. */
final class MarkdownFiles implements Entries {
    private static final int LONGEST_FILE = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** So many names are remembered that mean nothing here, each so long at most. */
    private static final int NAMES = 100;

    private static final int LONGEST_NAME = 40;

    private final MarkdownFolder folder;
    private final EntryReader reader;
    private final Clock clock;
    private final Map<String, Integer> unknown = new TreeMap<>();
    private int next;

    MarkdownFiles(MarkdownFolder folder, EntryReader reader, Clock clock) {
        this.folder = folder;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public long count() {
        return folder.files().size();
    }

    @Override
    public @Nullable Entry next() {
        return next == folder.files().size() ? null : entry(folder.files().get(next++));
    }

    private Entry entry(MarkdownFolder.Found file) {
        var name = FileName.of(file.name());
        var key = SourceEntry.keyOfFile(name.place());
        try {
            var text = text(file);
            return new Entry(post(FrontMatter.of(text), name, key), 8 * text.length());
        } catch (FrontMatter.Unreadable wrong) {
            return new Entry(EntryReader.unreadable(key, name.place(), wrong.reason()), 0);
        }
    }

    private SourceEntry post(FrontMatter file, FileName name, String key) {
        var understood = MarkdownMembers.of(file, name, clock.instant());
        understood.unknown().stream()
                .map(unknownName -> unknownName.substring(0, Math.min(LONGEST_NAME, unknownName.length())))
                .filter(unknownName -> unknown.containsKey(unknownName) || unknown.size() < NAMES)
                .forEach(unknownName -> unknown.merge(unknownName, 1, Integer::sum));
        return reader.read(understood.members(), key, name.place(), understood.faults(), understood.changes());
    }

    private static String text(MarkdownFolder.Found file) throws FrontMatter.Unreadable {
        if (!file.fault().isEmpty()) {
            throw new FrontMatter.Unreadable(file.fault());
        }
        try (var in = Files.newInputStream(file.path())) {
            var bytes = in.readNBytes(LONGEST_FILE + 1);
            if (bytes.length > LONGEST_FILE) {
                throw new FrontMatter.Unreadable("it is longer than " + (LONGEST_FILE >> 20) + " MiB");
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new FrontMatter.Unreadable("it is not UTF-8");
        } catch (IOException failure) {
            throw new FrontMatter.Unreadable("it cannot be read");
        }
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (!unknown.isEmpty()) {
            remarks.add("Front matter that means nothing here: "
                    + unknown.entrySet().stream()
                            .map(name -> name.getKey() + " (" + name.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        Stream.of(folder.sections())
                .filter(sections -> sections > 0)
                .forEach(
                        sections -> remarks.add("Files _index.md, which are lists of pages and no posts: " + sections));
        return remarks;
    }

    @Override
    public void close() {}
}
