package broadside.cli.roster;

import broadside.app.roster.Entry;
import java.io.PrintWriter;
import java.lang.Character.UnicodeScript;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** For people: columns stand below one another, as wide as the first accounts need them. */
final class AlignedLines extends Lines {
    private static final int FIRST = 500;
    private static final String GAP = "  ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Terminals draw their letters two columns wide. */
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final List<List<String>> first = new ArrayList<>(List.of(Column.words()));
    private int[] widths = {};

    AlignedLines(PrintWriter out) {
        super(out);
    }

    @Override
    void add(Entry entry) {
        var cells = Column.cells(entry, TIME::format);
        if (widths.length > 0) {
            writeAligned(cells);
            return;
        }
        first.add(cells);
        if (first.size() > FIRST) {
            align();
        }
    }

    @Override
    public void end() {
        if (widths.length == 0) {
            align();
        }
        super.end();
    }

    private void align() {
        widths = new int[Column.values().length];
        first.forEach(cells -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(cells.get(i)));
            }
        });
        first.forEach(this::writeAligned);
        first.clear();
    }

    private void writeAligned(List<String> cells) {
        var line = new StringJoiner(GAP);
        for (int i = 0; i < widths.length; i++) {
            var missing = Math.max(0, widths[i] - width(cells.get(i)));
            line.add(cells.get(i) + " ".repeat(missing));
        }
        write(line.toString().stripTrailing());
    }

    private static int width(String text) {
        return text.codePoints()
                .map(letter -> WIDE.contains(UnicodeScript.of(letter)) ? 2 : 1)
                .sum();
    }
}
