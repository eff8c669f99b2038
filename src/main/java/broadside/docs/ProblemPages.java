package broadside.docs;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each problem means and what to do about it: the pages that the {@code type} of a problem leads to (RFC 9457, 3.1.1). */
final class ProblemPages {
    static final String PATH = "/problems/";

    private final Once<Map<String, Asset>> pages = new Once<>(ProblemPages::all);

    private static Map<String, Asset> all() {
        var template = Resource.text("/docs/problem.html");
        return new JsonArray(Resource.text("/docs/problems.json"))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(problem -> page(template, problem))
                        .collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));
    }

    private static Asset page(String template, JsonObject problem) {
        var values = problem.stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> escape(entry.getValue().toString())));
        return Html.page(PATH + problem.getString("code"), Html.STILL, () -> Html.fill(template, values));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    Future<Answer> answer(Call call) {
        return pages.get().compose(all -> {
            var page = all.get(PATH + call.path("code"));
            return page == null ? Future.failedFuture(Problem.notFound()) : page.answer(call);
        });
    }
}
