package broadside.dialect.realworld;

import broadside.kit.http.Answer;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import broadside.session.SessionProblems;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A problem as this dialect has it: {@code {"errors": {"<what>": ["<is wrong with it>"]}}}.
 *
 * @param texts by what they are about
 */
record Errors(Problem problem, Map<String, List<String>> texts) {
    private static final int UNPROCESSABLE = 422;
    /** "The body is too large" is about the body, which "is too large". */
    private static final Pattern TITLE = Pattern.compile("(?:The|This) (\\w+) (.*)");

    static Errors of(Problem problem, HttpServerRequest request) {
        var type = problem.type();
        if (!problem.violations().isEmpty()) {
            return new Errors(problem, violations(problem));
        } else if (type.equals(ProblemType.UNAUTHENTICATED)) {
            return one(problem, "token", RealWorld.tokenOf(request) == null ? "is missing" : "is invalid");
        } else if (type.equals(ProblemType.INSUFFICIENT_SCOPE)) {
            return one(problem, "token", "does not cover this");
        } else if (type.equals(SessionProblems.INVALID_CREDENTIALS)) {
            return one(problem, "credentials", "invalid");
        } else if (type.equals(ProblemType.NOT_FOUND)) {
            return one(problem, thing(request), "not found");
        } else if (type.equals(ProblemType.FORBIDDEN)) {
            return one(problem, thing(request), "forbidden");
        }
        var title = TITLE.matcher(type.title());
        return title.matches() ? one(problem, title.group(1), title.group(2)) : one(problem, "request", type.title());
    }

    private static Errors one(Problem problem, String what, String text) {
        return new Errors(problem, Map.of(what, List.of(text)));
    }

    /** What a path is about. */
    private static String thing(HttpServerRequest request) {
        var path = request.path() == null ? "" : request.path();
        if (path.startsWith(RealWorld.API + "/articles/")) {
            return "article";
        }
        return path.startsWith(RealWorld.API + "/profiles/") ? "profile" : "path";
    }

    private static Map<String, List<String>> violations(Problem problem) {
        return problem.violations().stream()
                .collect(Collectors.groupingBy(
                        violation -> member(violation.pointer()),
                        LinkedHashMap::new,
                        Collectors.mapping(Errors::text, Collectors.toList())));
    }

    /** The last part of a JSON pointer that is no index, in the words of this dialect. */
    private static String member(String pointer) {
        var name = pointer.replaceFirst("(/[0-9]+)+$", "").replaceFirst("^(\\?|.*/)", "");
        return switch (name) {
            case "summary" -> "description";
            case "tags" -> "tagList";
            case "avatarUrl" -> "image";
            case "replyTo" -> "article";
            default -> name.isEmpty() ? "body" : name;
        };
    }

    private static String text(Violation violation) {
        return switch (violation.code()) {
            case "required", "blank" -> "can't be blank";
            case "taken" -> "has already been taken";
            default -> violation.detail().replaceFirst("^It ", "").replaceFirst("\\.$", "");
        };
    }

    Answer answer() {
        var answer = Answer.of(status(), Answer.JSON, JsonWriter.object(json -> json.object("errors", this::write)))
                .with("Cache-Control", "no-store");
        for (var header : problem.headers().entrySet()) {
            var challenge = header.getKey().equals("WWW-Authenticate");
            answer = answer.with(header.getKey(), challenge ? "Token" : header.getValue());
        }
        return answer;
    }

    private void write(JsonWriter json) {
        texts.forEach(json::texts);
    }

    private int status() {
        return problem.type().equals(ProblemType.VALIDATION) ? UNPROCESSABLE : problem.status();
    }
}
