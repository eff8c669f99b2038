package broadside.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The docs page as a visitor meets it, in a real browser. */
@Tag("any-server")
@EnabledIf(
        value = "broadside.docs.Installed#browserOrStrict",
        disabledReason = "chromium and chromedriver are not both installed on this machine")
class DocsPageTest {
    private static final Server SERVER = Server.shared();

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path profile) {
        browser = Browser.start(profile);
    }

    private static URI address(String path) {
        return URI.create(SERVER.url() + path);
    }

    @Test
    void anOperationCanBeTriedOut() {
        browser.open(address("/docs"));
        browser.click("#operations-Posts-listPosts .opblock-summary-control");
        browser.click("#operations-Posts-listPosts .try-out__btn");
        browser.click("#operations-Posts-listPosts .execute");
        assertEquals("200", browser.text(".live-responses-table .response .response-col_status"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aLinkLeadsToAnOperation() {
        browser.open(address("/docs#/Posts/createPost"));
        assertTrue(browser.text("#operations-Posts-createPost.is-open").contains("Write a post"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aDialectHasASectionOfItsOwn() {
        browser.open(address("/docs"));
        assertTrue(browser.text("#realworld .info .title").contains("Broadside as RealWorld"));
        assertTrue(browser.text("#docs .info .title").contains("Broadside"));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aProblemIsExplained() {
        browser.open(address("/problems/precondition-failed"));
        assertEquals("It has changed since you read it", browser.text("h1"));
        assertEquals(List.of(), browser.complaints());
    }

    /** Shows that the other tests would have noticed. */
    @Test
    void whatThePolicyForbidsIsNoticed() {
        browser.open(address("/docs"));
        browser.run("document.body.appendChild(document.createElement('script')).text = 'document.title = \"run\"'");
        assertFalse(browser.complaints().isEmpty());
        assertEquals("Broadside API", browser.run("return document.title"));
    }
}
