package broadside.kit.http;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All APIs of this server; one of them has an empty prefix. */
record Dialects(List<Dialect> all) {
    Dialects {
        all = all.stream()
                .sorted(Comparator.comparing(
                                (Dialect dialect) -> dialect.prefix().length())
                        .reversed())
                .toList();
    }

    /** Whose path this is, as it stands in the request; null or no path at all belongs to the one without a prefix. */
    Dialect of(@Nullable String path) {
        return all.stream()
                .filter(dialect -> path != null && owns(dialect.prefix(), path))
                .findFirst()
                .orElse(all.get(all.size() - 1));
    }

    private static boolean owns(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    Stream<Route> routes() {
        return all.stream().flatMap(dialect -> dialect.routes().stream());
    }
}
