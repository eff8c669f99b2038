package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.mail.Mail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
    private final Secret secret = new Secret("bsm_x");

    @ParameterizedTest
    @CsvSource({
        ",https://blog.example/reset-password?token=bsm_x",
        "https://app.example/reset,https://app.example/reset?token=bsm_x",
        "https://app.example/?view=reset,https://app.example/?view=reset&token=bsm_x"
    })
    void aResetLeadsWhereItIsConfigured(@Nullable String resetUrl, String link) {
        var mail = new Letters("https://blog.example", resetUrl).reset("ada", "ada@example.org", secret);
        assertTrue(mail.body().contains("\n" + link + "\n"), mail.body());
    }

    @Test
    void aConfirmationLeadsToUs() {
        var letters = new Letters("https://blog.example", null);
        assertLeadsToUs(letters.verification("ada", "ada@example.org", secret));
        assertLeadsToUs(letters.change("ada", "ada@example.org", secret));
    }

    private static void assertLeadsToUs(Mail mail) {
        assertEquals("ada@example.org", mail.recipient());
        assertTrue(mail.body().startsWith("Hello ada,\n"), mail.body());
        assertTrue(mail.body().contains("\nhttps://blog.example/confirm-email?token=bsm_x\n"), mail.body());
    }
}
