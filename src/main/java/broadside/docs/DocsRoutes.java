package broadside.docs;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract, a page to try it out, and pages about problems. Nothing but the files named here is served. */
public final class DocsRoutes {
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_PROPERTIES = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final List<Asset> assets;
    private final ProblemPages problems;

    private DocsRoutes(List<Asset> assets, ProblemPages problems) {
        this.assets = assets;
        this.problems = problems;
    }

    /**
     * Reads a little of the class path, so not for an event loop.
     *
     * @param document of the native API
     * @param dialects prefixes of other APIs, each with an {@code openapi.json} of its own below it
     */
    public static DocsRoutes load(ApiDocument document, List<String> dialects) {
        var version = version();
        return new DocsRoutes(
                List.of(
                        Asset.of("/openapi.json", Answer.JSON, document::bytes),
                        Html.page("/docs", Html.INTERACTIVE, () -> page(version, dialects)),
                        own("docs.js", "text/javascript; charset=utf-8"),
                        own("docs.css", "text/css; charset=utf-8"),
                        ofLibrary(version, "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
                        ofLibrary(version, "swagger-ui.css", "text/css; charset=utf-8")),
                new ProblemPages());
    }

    public List<Route> routes() {
        return Stream.concat(
                        Stream.of(
                                Route.get("/", this::home).open(),
                                Route.get(ProblemPages.PATH + "{code}", problems::answer)
                                        .open()),
                        assets.stream().map(Asset::route))
                .toList();
    }

    private static String page(String version, List<String> dialects) {
        var sections = dialects.stream().map(DocsRoutes::section).collect(Collectors.joining());
        return Html.fill(Resource.text("/docs/index.html"), Map.of("version", version, "sections", sections));
    }

    private static String section(String prefix) {
        var place = Map.of("name", prefix.substring(1), "prefix", prefix);
        return Html.fill("\n    <section id=\"{name}\" data-api=\"{prefix}/openapi.json\"></section>", place);
    }

    private Future<Answer> home(Call call) {
        return Future.succeededFuture(Answer.moved(302, "/docs"));
    }

    private static Asset own(String name, String mediaType) {
        return Asset.of("/docs/" + name, mediaType, () -> Resource.bytes("/docs/" + name));
    }

    private static Asset ofLibrary(String version, String name, String mediaType) {
        var path = version + "/" + name;
        return Asset.of("/docs/" + path, mediaType, () -> Resource.bytes(LIBRARY + path))
                .kept();
    }

    private static String version() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Resource.text(LIBRARY_PROPERTIES)));
            return properties.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
