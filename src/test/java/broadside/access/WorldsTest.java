package broadside.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.contract.Contracts;
import broadside.kit.http.Route;
import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random worlds, every operation that reads, any viewer: nobody comes upon what she may not see. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class WorldsTest {
    private static final Server SERVER = Server.shared();
    private static final int WORLDS = Integer.getInteger("broadside.test.worlds", 200);
    private static final int VIEWERS = 3;
    private static final int QUESTIONS = 12;
    private static final int PATHS = 3;
    private static final int LISTS = 3;

    private final long seed = Long.getLong("broadside.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Question> questions = questions();
    private final Deque<Question> deck = new ArrayDeque<>();
    private final Set<Question> asked = new HashSet<>();
    private int shown;

    private static List<Question> questions() {
        var parameters = SERVER.program().rooms().dialects().stream()
                .flatMap(dialect -> dialect.routes().stream())
                .filter(route -> route.method().name().equals("GET"))
                .collect(Collectors.toMap(Route::path, Route::parameters));
        return Contracts.ALL.stream()
                .flatMap(contract -> contract.operations().stream())
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> new Question(operation, parameters.getOrDefault(operation.path(), Set.of())))
                .toList();
    }

    @Test
    void nobodyComesUponWhatSheMayNotSee() {
        System.out.println("Worlds of the seed " + seed + "; again with -Dbroadside.test.seed=" + seed);
        for (int number = 0; number < WORLDS; number++) {
            var world = new World(SERVER, random);
            viewers(world).forEach(viewer -> look(world, viewer));
        }
        var unasked =
                questions.stream().filter(question -> !asked.contains(question)).toList();
        assertEquals(List.of(), unasked, "nobody asked these");
        assertTrue(shown > WORLDS, "hardly anything was shown at all: " + shown);
    }

    /** Some of the people, and null for somebody who is not logged in. */
    private List<@Nullable Person> viewers(World world) {
        var all = new ArrayList<@Nullable Person>(world.people);
        all.removeIf(person -> person != null && person.suspended);
        Collections.shuffle(all, random);
        all.subList(Math.min(VIEWERS, all.size()), all.size()).clear();
        all.add(null);
        return all;
    }

    private void look(World world, @Nullable Person viewer) {
        var client = viewer == null ? SERVER.client() : viewer.client;
        for (var writing : sample(world.writings, PATHS)) {
            find("/v1/posts/" + writing.id, Oracle.sees(viewer, writing), world, viewer, client);
            if (writing.isArticle()) {
                find("/realworld/api/articles/" + writing.slug, Oracle.reads(viewer, writing), world, viewer, client);
            }
            if (viewer != null) {
                var shown = Oracle.reads(viewer, writing) && writing.isNote();
                find("/microblog/api/posts/" + writing.id, shown, world, viewer, client);
            }
        }
        lookAtLists(world, viewer, client);
        for (int count = 0; count < QUESTIONS; count++) {
            var question = next();
            for (var path : sample(question.paths(world, random), PATHS)) {
                asked.add(question);
                if (question.heedsItsViewer()) {
                    check(world, viewer, question, path, client);
                } else {
                    check(world, null, question, path, SERVER.client());
                }
            }
        }
    }

    /** Each question once before one is asked again. */
    private Question next() {
        if (deck.isEmpty()) {
            deck.addAll(sample(questions, questions.size()));
        }
        return deck.pop();
    }

    private void lookAtLists(World world, @Nullable Person viewer, Client client) {
        var lists = new DialectLists(world, viewer);
        var author = sample(world.people, 1).get(0);
        var article = sample(world.writings.stream().filter(Writing::isArticle).toList(), 1).stream()
                .findFirst()
                .orElse(null);
        sample(List.copyOf(lists.about(author, article).entrySet()), LISTS)
                .forEach(list -> lists.check(list.getKey(), list.getValue(), client, told(viewer, list.getKey())));
    }

    private void find(String path, boolean seen, World world, @Nullable Person viewer, Client client) {
        assertEquals(
                seen ? 200 : 404,
                client.unchecked("GET", path, null).status(),
                () -> told(viewer, path) + "\n" + world);
    }

    private <T> List<T> sample(List<T> all, int most) {
        var some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(most, some.size()));
    }

    private void check(World world, @Nullable Person viewer, Question question, String path, Client client) {
        var answer = client.unchecked("GET", path, null);
        if (answer.status() >= 300 && answer.header("Location").isEmpty()) {
            return;
        }
        var text = text(answer);
        var found = world.secretsFrom(viewer, question, path).stream()
                .filter(text::contains)
                .filter(secret -> !(question.isOwnBlocks() && viewer != null && viewer.hasBlocked(secret)))
                .toList();
        assertEquals(List.of(), found, () -> told(viewer, path) + "\n" + text + "\n" + world);
        shown += world.writings.stream().anyMatch(writing -> text.contains(writing.word)) ? 1 : 0;
    }

    /** What was answered, but for names that stand in somebody's own words. */
    private static String text(Reply answer) {
        return (answer.text() + answer.header("Location").orElse("")).replaceAll("(@|&(amp;)?#64;|/accounts/)\\w+", "");
    }

    private String told(@Nullable Person viewer, Object what) {
        return (viewer == null ? "somebody" : viewer) + " and " + what + ", seed " + seed;
    }
}
