package broadside.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.kit.db.Tx;
import com.google.errorprone.annotations.CompileTimeConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two ways to the database and no third; and no way for a client's text to become SQL. */
class DatabaseAccessTest {
    @Test
    void onlyTheFacadeAndEntitiesSeeHibernate() {
        noClasses()
                .that(not(Product.in("kit.db")))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.hibernate..").and(not(resideInAPackage("org.hibernate.annotations.."))))
                .check(Product.CLASSES);
        noClasses()
                .that(not(Product.in("kit.db")).and(not(annotatedWith(Entity.class))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate.annotations.."))
                .check(Product.CLASSES);
    }

    @Test
    void entitiesStayInTheirRooms() {
        classes()
                .that(annotatedWith(Entity.class))
                .should()
                .bePackagePrivate()
                .andShould(ArchConditions.not(be(Product.in("kit", "docs", "dialect", "app", "cli"))))
                .check(Product.CLASSES);
    }

    /** Outside the facade rows are read; whatever runs a statement is out of reach there. */
    @Test
    void onlyTheFacadeRunsStatements() {
        noClasses()
                .that(not(Product.in("kit.db")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..")
                        .and(not(equivalentTo(Row.class)))
                        .and(not(equivalentTo(RowIterator.class))))
                .check(Product.CLASSES);
    }

    /** A dialect speaks through the doors and queries of rooms; what it needs to read and they have not, they grow. */
    @Test
    void dialectsHoldNoSql() {
        noClasses()
                .that(Product.in("dialect"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Sql.class, Statement.class, Tx.class, Db.class, Row.class)
                .allowEmptyShould(true)
                .check(Product.CLASSES);
    }

    /** Error Prone's check CompileTimeConstant, an error unless switched off, does the rest. */
    @Test
    void sqlIsMadeOfCompileTimeConstantsOnly() {
        var sql = Product.CLASSES.get(Sql.class);
        assertTrue(sql.getConstructors().stream()
                .allMatch(made -> made.getModifiers().contains(JavaModifier.PRIVATE)));
        var factories = sql.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .toList();
        assertEquals(List.of("of"), factories.stream().map(JavaMethod::getName).toList());
        assertTrue(factories.get(0).getParameters().get(0).isAnnotatedWith(CompileTimeConstant.class));
    }

    @Test
    void theBuildRefusesSqlThatIsNoConstant() throws IOException {
        var build = Files.readString(Path.of("pom.xml"));
        assertTrue(build.contains("-Xplugin:ErrorProne"), "Error Prone runs");
        assertTrue(!Pattern.compile("CompileTimeConstant:(OFF|WARN)|-XepDisableAllChecks|-XepAllErrorsAsWarnings")
                .matcher(build)
                .find());
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertEquals(
                    List.of(),
                    sources.filter(Files::isRegularFile)
                            .filter(DatabaseAccessTest::looksAway)
                            .toList());
        }
    }

    private static boolean looksAway(Path source) {
        try {
            return Files.readString(source).matches("(?s).*SuppressWarnings\\([^)]*\"(all|CompileTimeConstant)\".*");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
