package broadside.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.account.AccountProblems;
import broadside.kit.problem.ProblemType;
import broadside.session.SessionProblems;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemPagesTest {
    private static final Map<String, JsonObject> TABLE = new JsonArray(Resource.text("/docs/problems.json"))
            .stream()
                    .map(JsonObject.class::cast)
                    .collect(Collectors.toMap(problem -> problem.getString("code"), Function.identity()));

    @Test
    void everyProblemOfTheContractHasAPageAndNoOther() {
        var told = Pattern.compile("\"/problems/([a-z-]+)\"")
                .matcher(ApiDocument.ofNative().json().encode())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(told, new TreeSet<>(TABLE.keySet()));
    }

    @ParameterizedTest
    @ValueSource(classes = {ProblemType.class, AccountProblems.class, SessionProblems.class})
    void pagesSayWhatTheProblemsSay(Class<?> problems) throws ReflectiveOperationException {
        var constants = Arrays.stream(problems.getFields()).toList();
        assertFalse(constants.isEmpty());
        for (var constant : constants) {
            var type = (ProblemType) constant.get(null);
            var page = TABLE.getOrDefault(type.code(), new JsonObject());
            assertEquals(type.title(), page.getString("title"), type.code());
            assertTrue(page.getString("status").contains(String.valueOf(type.status())), type.code());
        }
    }

    @Test
    void everyPageSaysAllOfIt() {
        var all = Set.of("code", "status", "title", "meaning", "remedy");
        TABLE.forEach((code, page) -> assertEquals(all, page.fieldNames(), code));
    }
}
