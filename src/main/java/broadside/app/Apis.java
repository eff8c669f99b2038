package broadside.app;

import broadside.dialect.realworld.Doors;
import broadside.dialect.realworld.RealWorld;
import broadside.follow.Follows;
import broadside.kit.http.Dialect;
import broadside.kit.http.NativeDialect;
import broadside.post.Writing;
import broadside.reaction.Reactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every API: our own first, then those of others that are switched on. */
final class Apis {
    private final Parts parts;

    Apis(Parts parts) {
        this.parts = parts;
    }

    /** @param names of dialects */
    List<Dialect> of(Set<String> names) {
        var others = others(names);
        var own = new NativeDialect(new Operations(parts, others).routes(), parts.authenticator);
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }

    private List<Dialect> others(Set<String> names) {
        var rooms = new TreeMap<String, Supplier<Dialect>>(
                Map.of("realworld", this::realWorld, "microblog", () -> MicroblogApi.of(parts)));
        rooms.keySet().retainAll(names);
        return rooms.values().stream().map(Supplier::get).toList();
    }

    private Dialect realWorld() {
        return new RealWorld(
                new Doors(
                        parts.reads,
                        parts.registrations,
                        parts.sessions,
                        parts.identities,
                        new Follows(parts.db, parts.clock),
                        new Writing(parts.db, parts.posts, parts.rendering, parts.clock),
                        new Reactions(parts.db, parts.clock)),
                parts.authenticator);
    }
}
