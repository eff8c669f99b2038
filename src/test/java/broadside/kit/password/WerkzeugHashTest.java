package broadside.kit.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hashes were made by Werkzeug 3.1 itself, those without a number of iterations by Python's hashlib. */
@Tag("any-server")
class WerkzeugHashTest {
    @ParameterizedTest
    @CsvSource({
        "correct horse battery, scrypt:32768:8:1$Oqbu7c4hA8jCBWNA$44ee7863058326b06de9252c61c039d76d91168c215ed148813cb8c1d2483bc692049825669a5b260fa8a5336e3d1d2d40ebc39e48b573928c88f7d688c2c0ee",
        "'Grüße, 世界! пароль', scrypt:32768:8:1$NWNx2eC7vwdk7uIc$cf7987ff2bf5feee20c1e25a4fadcd27c02c00646abedd80c07cd92683a317664a5e313c53722bcc5c958d169a9b394b79415910db46487112b2568a7a8698ce",
        "correct horse battery, scrypt:16384:8:2$hkRG7kDwnLFa12qu$d9ad00092ec5654842ce13447a8865a00b6f5d41f7613a802f96def7c9555479fbffd399104bd5d6f5107f06027919397667892fe3088841b9ca62dee5d9b3cf",
        "correct horse battery, pbkdf2:sha256:260000$qKscnWRv$fba1de002010d4fd759b6fbd3453d18606dead4f553ce633930c0c0edc911e0b",
        "cat, pbkdf2:sha256:1000$J8NmYYEU3rxhq0J2$cf154cf92c50c9ec1275af9a07fae6b8b6da4ea9abf48b8173698c3baf7dc063",
        "cat, pbkdf2:sha1:1000$NMddR5WB$953e3562ea377e0c42bef44b8cc66411537ba199",
        "cat, pbkdf2:sha512:1000$6RywY7yK$53f52f396f20266fcdd7e5d4f955b02babdc90445e344ebfc9d38d914b14a91295eb090992824beef87cf125fbf6298ff3bb5913429dd80c97b548fe7b018099",
        "cat, pbkdf2:sha256$oldsalt8$b01c2252d4ec3a28d78af0658c0d12aa649889561dbfbb3a71e222d2e7d618a5",
        "cat, pbkdf2:sha256$newsalt8$fca7ea7cd508d53e01c304f5cea49a6fa7c93b9cb16372d134cd2c235ea9c777"
    })
    void knowsTheRightPassword(String password, String hash) {
        assertEquals(Optional.empty(), WerkzeugHash.fault(hash));
        assertTrue(Passwords.outdated(hash));
        assertTrue(WerkzeugHash.verify(password, hash));
        assertFalse(WerkzeugHash.verify(password + " ", hash));
        assertFalse(WerkzeugHash.verify("", hash));
    }

    @ParameterizedTest
    @CsvSource({
        "form, ''",
        "form, no hash at all",
        "form, scrypt:32768:8:1$$00",
        "form, scrypt:32768:8:1$salt$0",
        "form, scrypt:32768:8:1$salt$zz",
        "kind, sha256$salt$00",
        "kind, md5$salt$00",
        "kind, pbkdf2:md5:1000$salt$00",
        "kind, pbkdf2:sha256:1000:8$salt$00",
        "does not say, scrypt:32768:8$salt$00",
        "not whole, scrypt:32768:8:1$salt$00",
        "not whole, pbkdf2:sha256:1000$salt$00",
        "cannot be read, scrypt:a:8:1$salt$00",
        "cannot be read, scrypt:99999999999:8:1$salt$00",
        "cannot be read, pbkdf2:sha256:$salt$00",
        "cannot be read, pbkdf2:sha256:4294967297$salt$00",
        "parameters, scrypt:32767:8:1$salt$00",
        "parameters, scrypt:32768:0:1$salt$00",
        "parameters, scrypt:32768:8:0$salt$00",
        "parameters, scrypt:1:8:1$salt$00",
        "more work, scrypt:1048576:8:1$salt$00",
        "more work, scrypt:2:99999999:99999999$salt$00",
        "more work, scrypt:32768:8:5$salt$00",
        "more work, pbkdf2:sha256:2000001$salt$00",
        "more work, pbkdf2:sha256:0$salt$00"
    })
    void saysWhyItCannotTakeAHash(String reason, String hash) {
        var fault = WerkzeugHash.fault(hash).orElseThrow();
        var meant = reason.replace("form", "of a form").replace("kind", "of a kind");
        assertTrue(fault.contains(meant), fault);
        assertFalse(WerkzeugHash.verify("cat", hash));
    }
}
