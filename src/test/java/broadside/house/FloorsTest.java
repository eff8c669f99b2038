package broadside.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports go down only: kit, then the rooms in their order, then docs, feeds and dialects, then what puts it all together. */
@Tag("any-server")
class FloorsTest {
    private static final List<String> ROOMS = List.of(
            "account",
            "session",
            "follow",
            "post",
            "series",
            "tag",
            "reaction",
            "timeline",
            "moderation",
            "explore",
            "search",
            "transfer");
    private static final List<String> UPSTAIRS = List.of("docs", "feed", "dialect", "app", "cli", "Main");

    @Test
    void everyClassStandsOnAFloor() {
        var homeless = Product.CLASSES.stream()
                .filter(type -> floor(type) < 0)
                .map(JavaClass::getName)
                .toList();
        assertEquals(List.of(), homeless);
    }

    @Test
    void importsGoDownOnly() {
        classes().should(importNothingFromAbove()).check(Product.CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("broadside.(**)").should().beFreeOfCycles().check(Product.CLASSES);
    }

    @Test
    void theKitKnowsNoWordOfTheDomain() {
        noClasses()
                .that(Product.in("kit"))
                .should()
                .haveNameMatching(
                        "(?i)broadside\\.kit\\..*\\b(accounts?|sessions?|follows?|posts?|users?|articles?)\\b.*")
                .orShould()
                .haveNameMatching(
                        "broadside\\.kit\\..*(Account|Session|Follow|Post|User|Article|Revision)s?([A-Z$].*)?")
                .check(Product.CLASSES);
    }

    private static ArchCondition<JavaClass> importNothingFromAbove() {
        return new ArchCondition<>("import nothing from above") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(FloorsTest::goesUp)
                        .map(dependency -> SimpleConditionEvent.violated(dependency, dependency.getDescription()))
                        .forEach(events::add);
            }
        };
    }

    private static boolean goesUp(Dependency dependency) {
        var target = dependency.getTargetClass().getBaseComponentType();
        return target.getPackageName().startsWith("broadside") && floor(target) > floor(dependency.getOriginClass());
    }

    /** Counted from the bottom; -1 for what stands nowhere. */
    private static int floor(JavaClass type) {
        if (Product.in("kit").test(type)) {
            return 0;
        }
        int room = place(ROOMS, type);
        int upstairs = place(UPSTAIRS, type);
        return room >= 0 ? 1 + room : upstairs < 0 ? -1 : 1 + ROOMS.size() + upstairs;
    }

    private static int place(List<String> places, JavaClass type) {
        for (int place = 0; place < places.size(); place++) {
            if (Product.in(places.get(place)).test(type)) {
                return place;
            }
        }
        return -1;
    }
}
