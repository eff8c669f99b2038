package broadside.kit.http;

import broadside.kit.json.JsonWriter;
import broadside.kit.problem.Problem;

/** Renders a problem as RFC 9457 has it. */
public final class ProblemAnswer {
    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemAnswer() {}

    public static Answer of(Problem problem, String instance, String requestId) {
        var body = JsonWriter.object(json -> {
            json.text("type", "/problems/" + problem.type().code())
                    .text("title", problem.type().title())
                    .number("status", problem.status())
                    .text("detail", problem.detail())
                    .text("instance", instance)
                    .text("requestId", requestId);
            if (!problem.violations().isEmpty()) {
                json.objects(
                        "errors", problem.violations(), (out, violation) -> out.text("pointer", violation.pointer())
                                .text("code", violation.code())
                                .text("detail", violation.detail()));
            }
        });
        var answer = Answer.of(problem.status(), MEDIA_TYPE, body);
        for (var header : problem.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
