package broadside.cli.roster;

import broadside.app.roster.Entry;
import broadside.kit.json.JsonWriter;
import java.io.PrintWriter;

/** JSON lines. */
final class JsonLines extends Lines {
    JsonLines(PrintWriter out) {
        super(out);
    }

    @Override
    void add(Entry entry) {
        write(JsonWriter.object(entry::write).toString());
    }
}
