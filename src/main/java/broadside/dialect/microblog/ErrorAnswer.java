package broadside.dialect.microblog;

import broadside.account.AccountProblems;
import broadside.kit.http.Answer;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import broadside.session.SessionProblems;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A problem as this API tells it: {@code code, description, message}, and {@code errors} by place and field where something sent is
 * wrong.
 */
final class ErrorAnswer {
    static final String JSON = "application/json";

    private static final Map<Integer, String> DESCRIPTIONS = Map.of(
            400, "The browser (or proxy) sent a request that this server could not understand.",
            401,
                    "The server could not verify that you are authorized to access the URL requested. You either supplied the wrong "
                            + "credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials "
                            + "required.",
            403,
                    "You don't have the permission to access the requested resource. It is either read-protected or not readable by "
                            + "the server.",
            404,
                    "The requested URL was not found on the server. If you entered the URL manually please check your spelling and "
                            + "try again.",
            405, "The method is not allowed for the requested URL.",
            409,
                    "A conflict happened while processing the request. The resource might have been modified while the request was "
                            + "being processed.",
            500,
                    "The server encountered an internal error and was unable to complete your request. Either the server is "
                            + "overloaded or there is an error in the application.");

    private static final String INVALID = "The server found one or more errors in the information that you sent.";
    private static final Set<String> PASSED_ON = Set.of("Retry-After", "RateLimit", "RateLimit-Policy", "Connection");

    private ErrorAnswer() {}

    static Answer of(Problem problem, HttpServerRequest request) {
        var known = translated(problem);
        var status = known.status() == 412 ? 409 : known.status();
        var answer = Answer.of(status, JSON, JsonWriter.object(json -> write(json, known, status)));
        for (var header : known.headers().entrySet()) {
            answer = PASSED_ON.contains(header.getKey()) ? answer.with(header.getKey(), header.getValue()) : answer;
        }
        return status == 401 ? Challenge.on(answer, request) : answer;
    }

    /** What rooms refuse after the fact is wrong with a field here. */
    private static Problem translated(Problem problem) {
        var type = problem.type();
        if (type.equals(AccountProblems.USERNAME_TAKEN)) {
            return wrong("/username", Texts.NAME_TAKEN);
        } else if (type.equals(AccountProblems.EMAIL_TAKEN)) {
            return wrong("/email", Texts.EMAIL_TAKEN);
        } else if (type.equals(SessionProblems.WRONG_PASSWORD)) {
            return wrong("/old_password", Texts.WRONG_PASSWORD);
        }
        return problem;
    }

    private static Problem wrong(String pointer, String text) {
        return Problem.invalid(new Violation(pointer, "wrong", text));
    }

    private static void write(JsonWriter json, Problem problem, int status) {
        var invalid = problem.type().equals(ProblemType.VALIDATION);
        json.number("code", status)
                .text("description", invalid ? INVALID : DESCRIPTIONS.getOrDefault(status, problem.detail()));
        if (!problem.violations().isEmpty()) {
            json.object("errors", errors -> places(problem.violations())
                    .forEach((place, fields) -> errors.object(place, inside -> fields.forEach(inside::texts))));
        }
        json.text(
                "message",
                invalid
                        ? "Validation Error"
                        : HttpResponseStatus.valueOf(status).reasonPhrase());
    }

    /** By place, then by field, in the order of the alphabet; what is wrong with one stands in one list. */
    private static Map<String, Map<String, List<String>>> places(List<Violation> violations) {
        return violations.stream()
                .collect(Collectors.groupingBy(
                        violation -> violation.pointer().startsWith("?") ? "query" : "json",
                        TreeMap::new,
                        Collectors.groupingBy(
                                ErrorAnswer::field,
                                TreeMap::new,
                                Collectors.mapping(Violation::detail, Collectors.toList()))));
    }

    /** The member at the top, whatever is wrong further down. */
    private static String field(Violation violation) {
        var name = violation.pointer().substring(Math.min(1, violation.pointer().length()));
        var top = name.split("/", 2)[0].replace("~1", "/").replace("~0", "~");
        return top.isEmpty() ? Body.WHOLE : top;
    }
}
