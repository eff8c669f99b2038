package broadside.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names, nulls, and state that everybody could change. */
@Tag("any-server")
class TasteTest {
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("broadside");
    /** The system drops a process's file locks when it closes the file anywhere, so the process must know what it has open. */
    private static final Set<String> OF_THE_WHOLE_PROCESS = Set.of("broadside.app.embedded.FolderLock.OPEN");

    private static final Set<String> FROZEN = Set.of(
            "java.util.ImmutableCollections", "java.util.Collections", "java.util.RegularEnumSet", "java.util.Arrays");

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Repository|D[Tt][Oo]|Mapper|Utils?|Manager|Helper|Base|Common)")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = ALL.getPackage("broadside").getSubpackagesInTree().stream()
                .filter(place -> !place.getClasses().isEmpty())
                .filter(place -> !place.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertEquals(List.of(), unmarked);
    }

    @Test
    void secretsAreNotGuessable() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.random.RandomGenerator.class, "getDefault")
                .check(Product.CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        var changing = statics(Product.CLASSES)
                .filter(TasteTest::changes)
                .map(JavaField::getFullName)
                .filter(name -> !OF_THE_WHOLE_PROCESS.contains(name))
                .toList();
        assertEquals(List.of(), changing);
    }

    private static Stream<JavaField> statics(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getFields)
                .flatMap(Set::stream)
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean changes(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || field.getRawType().isArray()
                || field.getRawType().getName().startsWith("java.util.concurrent.atomic.")
                || isOpen(value(field.reflect()));
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is a collection or buffer that takes new elements. */
    private static boolean isOpen(Object value) {
        var holds = value instanceof Collection || value instanceof Map || value instanceof StringBuilder;
        return holds
                && (value instanceof ConcurrentMap
                        || FROZEN.stream().noneMatch(value.getClass().getName()::startsWith));
    }
}
