package broadside.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Secrets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search for secrets finds them. */
@Tag("any-server")
class SecretsTest {
    private static final String TOKEN = "bsa_0123456789abcdefghij0123456789";

    @Test
    void findsWhatWasLogged() {
        var secrets = List.of("correct horse battery", "p4ssw0rd-of-hers", TOKEN);
        assertEquals(List.of(), Secrets.in("12:00 INFO all is well, bsa_ and horse", secrets));
        assertEquals(List.of(TOKEN), Secrets.in("GET /verify?token=" + TOKEN + "&x=1", secrets));
        assertEquals(List.of("p4ssw0rd-of-hers"), Secrets.in("{\"x\":\"p4ssw0rd-of-hers\"}", secrets));
        assertEquals(List.of("correct horse battery"), Secrets.in("was 'correct horse battery'", secrets));
        assertEquals(List.of(TOKEN), Secrets.in("nobody noted " + TOKEN, List.of()));
    }
}
