package broadside.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One kind of future, and nothing that blocks where an event loop may come by. */
class AsyncTest {
    /** What runs on the main thread, on worker threads or on threads of its own only. */
    private static final DescribedPredicate<JavaClass> MAY_BLOCK = Product.in(
            "cli",
            "Main",
            "app.catalogue",
            "app.check",
            "app.embedded",
            "app.lint",
            "app.shell",
            "app.Commands",
            "app.ConfigFile",
            "app.DatabaseUrl",
            "app.Ports",
            "app.roster",
            "app.schema",
            "app.backup",
            "app.export",
            "app.log.LogQueue",
            "app.Shutdown");

    /** Methods that wait, by the name of their class and their own. */
    private static final Set<String> WAITING = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.join",
            "java.lang.Object.wait",
            "java.lang.Process.waitFor",
            "java.lang.ProcessBuilder.start",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.CompletableFuture.get",
            "java.util.concurrent.CompletableFuture.join",
            "java.util.concurrent.Future.get",
            "java.util.concurrent.CountDownLatch.await",
            "java.util.concurrent.CyclicBarrier.await",
            "java.util.concurrent.Semaphore.acquire",
            "java.util.concurrent.ExecutorService.awaitTermination",
            "java.util.concurrent.ExecutorService.invokeAll",
            "java.util.concurrent.ThreadPoolExecutor.awaitTermination",
            "java.util.concurrent.BlockingQueue.put",
            "java.util.concurrent.BlockingQueue.take",
            "java.util.concurrent.locks.Lock.lock",
            "java.net.InetAddress.getByName",
            "java.net.InetAddress.getAllByName",
            "java.net.InetAddress.getLocalHost",
            "java.net.URL.openStream",
            "java.net.URL.openConnection",
            "io.vertx.core.Future.await");

    @Test
    void onlyTheDatabaseFacadeSeesCompletionStages() {
        noClasses()
                .that(not(Product.in("kit.db", "cli", "app.Commands", "app.export", "app.Shutdown")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.CompletionStage")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
                .check(Product.CLASSES);
    }

    @Test
    void nothingWaits() {
        noClasses().that(not(MAY_BLOCK)).should().accessTargetWhere(waits()).check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> waits() {
        return DescribedPredicate.describe(
                "it waits",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && (WAITING.contains(target.getOwner().getName() + "." + target.getName())
                                || target.getOwner().getAllRawInterfaces().stream()
                                        .anyMatch(type -> WAITING.contains(type.getName() + "." + target.getName()))));
    }

    @Test
    void nothingTalksToFilesOrServersItsOwnWay() {
        noClasses()
                .that(not(MAY_BLOCK))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .check(Product.CLASSES);
    }

    @Test
    void nothingStartsThreadsButThePasswords() {
        noClasses()
                .that(not(MAY_BLOCK))
                .and(not(Product.in("kit.password")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadPoolExecutor")
                .check(Product.CLASSES);
    }
}
