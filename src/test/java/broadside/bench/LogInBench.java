package broadside.bench;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether the time of an answer tells that somebody has an account: log-ins and resets for names there are and names there are not,
 * in turn, one at a time. Property: {@code broadside.bench.rounds} (100).
 */
public final class LogInBench {
    private static final int ROUNDS = Integer.getInteger("broadside.bench.rounds", 100);
    private static final int WARM_UP = 10;
    private static final String WRONG = "not this password";

    private LogInBench() {}

    public static void main(String[] arguments) {
        Bench.main(LogInBench::measure);
    }

    private static void measure() {
        try (var server = Server.start(Map.of())) {
            var known = Client.name();
            server.client().register(known);
            measure(attempts(server.client(), known))
                    .forEach((what, millis) -> System.out.printf("%-34s %s%n", what, Timing.summary(millis)));
        }
    }

    private static Map<String, Supplier<Reply>> attempts(Client client, String known) {
        var attempts = new LinkedHashMap<String, Supplier<Reply>>();
        attempts.put("log-in, right password", () -> logIn(client, known, Client.PASSWORD));
        attempts.put("log-in, wrong password", () -> logIn(client, known, WRONG));
        attempts.put("log-in, nobody of that name", () -> logIn(client, Client.name(), WRONG));
        attempts.put("reset, address of an account", () -> reset(client, known));
        attempts.put("reset, nobody of that address", () -> reset(client, Client.name()));
        return attempts;
    }

    private static Reply logIn(Client client, String name, String password) {
        return client.unchecked(
                "POST", "/v1/sessions", new JsonObject().put("login", name).put("password", password));
    }

    private static Reply reset(Client client, String name) {
        return client.unchecked("POST", "/v1/password-resets", new JsonObject().put("email", name + "@example.com"));
    }

    private static void answered(Supplier<Reply> attempt) {
        var reply = attempt.get();
        if (reply.status() >= 500) {
            throw new IllegalStateException(reply.toString());
        }
    }

    /** In turn, so that whatever else the machine does falls on all of them. */
    private static Map<String, List<Double>> measure(Map<String, Supplier<Reply>> attempts) {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var attempt : attempts.entrySet()) {
                double millis = Timing.millis(() -> answered(attempt.getValue()));
                if (round >= 0) {
                    times.computeIfAbsent(attempt.getKey(), what -> new ArrayList<>())
                            .add(millis);
                }
            }
        }
        return times;
    }
}
