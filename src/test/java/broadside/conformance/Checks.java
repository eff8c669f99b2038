package broadside.conformance;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tests that name lines of a dialect's contract. */
final class Checks {
    private Checks() {}

    /** By id of the line. */
    static Map<String, List<Method>> of(String dialect) {
        var checks = new TreeMap<String, List<Method>>();
        new ClassFileImporter()
                .importPackages("broadside.dialect").stream()
                        .filter(type -> type.isAnnotatedWith(Conforms.class)
                                && type.getAnnotationOfType(Conforms.class)
                                        .value()
                                        .equals(dialect))
                        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Line.class))
                        .forEach(method -> Arrays.stream(
                                        method.getAnnotation(Line.class).value())
                                .forEach(line -> checks.computeIfAbsent(line, id -> new ArrayList<>())
                                        .add(method)));
        return checks;
    }
}
