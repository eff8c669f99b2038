package broadside.cli.roster;

import broadside.app.roster.Entry;
import broadside.kit.json.Times;
import java.io.PrintWriter;

/** For programs: a head, then a line for each account, columns parted by one tab, times as the API has them. */
final class TabbedLines extends Lines {
    TabbedLines(PrintWriter out) {
        super(out);
        write(String.join("\t", Column.words()));
    }

    @Override
    void add(Entry entry) {
        write(String.join("\t", Column.cells(entry, Times::format)));
    }
}
