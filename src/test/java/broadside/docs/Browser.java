package broadside.docs;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile of its own. Whatever is asked of the page is waited for. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1600");
    private static final String WATCH_POLICY = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation',
              event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));""";

    /** It would warn of every Chromium newer than itself. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Fails where Chromium or its driver is not installed. */
    static Browser start(Path profile) {
        SELENIUM.setLevel(Level.SEVERE);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Installed.driver()
                        .orElseThrow(() -> new AssertionError("chromedriver is not installed"))
                        .toFile())
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options(profile));
        driver.manage().timeouts().implicitlyWait(PATIENCE).pageLoadTimeout(PATIENCE);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH_POLICY));
        return new Browser(driver);
    }

    private static ChromeOptions options(Path profile) {
        var everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(Installed.chromium()
                .orElseThrow(() -> new AssertionError("chromium is not installed"))
                .toString());
        options.addArguments(ARGUMENTS);
        options.addArguments("--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    /** From a blank page, since an address that differs in its fragment alone would not be loaded again. */
    void open(URI address) {
        driver.get("about:blank");
        driver.get(address.toString());
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Everything the page's policy refused, and every severe entry of the console. */
    List<String> complaints() {
        var violations = (List<?>) run("return window.violations");
        var console = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue());
        return Stream.concat(violations.stream(), console).map(Object::toString).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
