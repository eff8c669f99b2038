package broadside.transfer;

import java.util.List;

/** A row as it stood in the source, its texts such as can be stored. */
public interface SourceRow {
    /** What it is known by in the source among its kind; the same at every run. */
    String key();

    /** Where it stands, for people to find it. */
    default String place() {
        return key();
    }

    /** What had to be changed to read it, as ends of sentences. */
    List<String> changes();
}
