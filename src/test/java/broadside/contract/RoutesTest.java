package broadside.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.kit.http.Route;
import broadside.kit.http.Route.Access;
import broadside.testing.Server;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the program serves is what the contracts offer, neither more nor less. */
class RoutesTest {
    /** What is for people: the documentation, and where mailed links lead. */
    private static final Pattern PAGES = Pattern.compile(
            "/|/docs|/docs/.*|.*/openapi\\.json|/microblog(/docs)?|/problems/\\{code}|/confirm-email|/reset-password");

    /** What the two must agree on. */
    private record Offer(
            String operation,
            Access access,
            boolean sessionOnly,
            Set<String> parameters,
            Set<String> bodies,
            boolean replays) {}

    @ParameterizedTest
    @FieldSource("broadside.contract.Contracts#ALL")
    void routesAndOperationsAgree(Contract contract) {
        var routes = routes(contract)
                .filter(route -> !PAGES.matcher(route.path()).matches())
                .map(RoutesTest::offer);
        var operations = contract.operations().stream().map(operation -> offer(contract, operation));
        assertEquals(lines(operations), lines(routes));
    }

    private static Stream<Route> routes(Contract contract) {
        var prefix = contract == Contracts.NATIVE ? "" : contract.prefix();
        return Server.shared().program().rooms().dialects().stream()
                .filter(dialect -> dialect.prefix().equals(prefix))
                .flatMap(dialect -> dialect.routes().stream());
    }

    @Test
    void everyDialectHasAContract() {
        assertEquals(Server.shared().program().rooms().dialects().size(), Contracts.ALL.size());
    }

    private static String lines(Stream<Offer> offers) {
        return offers.map(Offer::toString).sorted().collect(Collectors.joining("\n"));
    }

    private static Offer offer(Route route) {
        return new Offer(
                route.method() + " " + route.path(),
                route.access(),
                route.scope().equals("session"),
                new TreeSet<>(route.parameters()),
                bodies(route),
                route.replays());
    }

    private static Offer offer(Contract contract, Operation operation) {
        var definition = operation.definition();
        return new Offer(
                operation.toString(),
                operation.access(),
                definition.getString("description", "").contains("From a session only"),
                new TreeSet<>(names(contract, definition, "query")),
                bodies(definition),
                names(contract, definition, "header").contains("Idempotency-Key"));
    }

    private static Set<String> bodies(Route route) {
        if (route.bodyLimit() == 0) {
            return Set.of();
        }
        return switch (route.body()) {
            case FORM -> Set.of("application/x-www-form-urlencoded");
            case JSON ->
                route.method().equals(HttpMethod.PATCH)
                        ? new TreeSet<>(Set.of("application/json", "application/merge-patch+json"))
                        : Set.of("application/json");
        };
    }

    private static Set<String> bodies(JsonObject definition) {
        var body = definition.getJsonObject("requestBody", new JsonObject());
        return new TreeSet<>(body.getJsonObject("content", new JsonObject()).fieldNames());
    }

    private static List<String> names(Contract contract, JsonObject definition, String place) {
        return contract.document()
                .resolved(definition.getJsonArray("parameters", new JsonArray()))
                .filter(parameter -> parameter.getString("in").equals(place))
                .map(parameter -> parameter.getString("name"))
                .toList();
    }
}
