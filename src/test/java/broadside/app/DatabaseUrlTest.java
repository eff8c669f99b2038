package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.DatabaseAddress.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:pw@db.example.org/blog,              db.example.org, 5432, blog,   ada,  pw",
        "postgres://ada:pw@db:6543/blog,                       db,             6543, blog,   ada,  pw",
        "postgresql://ada@db/blog,                             db,             5432, blog,   ada,  ''",
        "postgresql://a%40b:p%2Fw%3A%25+@db/my%20blog,         db,             5432, my blog, a@b, 'p/w:%+'",
        "postgresql://ada:p:w@[2001:db8::1]:5433/blog,         2001:db8::1,    5433, blog,   ada,  p:w",
        "postgresql://ada:pw@db/blog?application_name=x&connect_timeout=5, db, 5432, blog,   ada,  pw"
    })
    void readsItsParts(String text, String host, int port, String database, String user, String password) {
        assertEquals(
                new DatabaseAddress(host, port, database, user, password, SslMode.PREFER), DatabaseUrl.parse(text));
    }

    @ParameterizedTest
    @EnumSource(SslMode.class)
    void honoursEverySslMode(SslMode mode) {
        assertEquals(
                mode,
                DatabaseUrl.parse("postgresql://a:b@c/d?sslmode=" + mode.word()).sslMode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "mysql://ada:SECRET@db/blog",
                "jdbc:postgresql://ada:SECRET@db/blog",
                "postgresql://ada:SECRET@/blog",
                "postgresql://ada:SECRET@db",
                "postgresql://ada:SECRET@db/",
                "postgresql://:SECRET@db/blog",
                "postgresql://ada:SECRET@db,other/blog",
                "postgresql://ada:SECRET@db:0/blog",
                "postgresql://ada:SECRET@db:99999/blog",
                "postgresql://ada:SECRET@db/blog?sslmode=on",
                "postgresql://ada:SECRET@db/blog?target=1",
                "postgresql://ada:SEC%RET@db/blog",
                "postgresql://ada:SECRET/x@db/blog",
                "postgresql://ada:SECRET#x@db/blog",
                "postgresql://ada:SECRET?x@db/blog",
                "postgresql://ada:SECRET x@db/blog",
                "postgresql://ada:SECRET@db/blog%ZZ",
                "postgresql://ada:SECRET@db/blog?sslmode=verify-ca&sslrootcert=/nowhere/at/all.pem"
            })
    void refusesWithoutTellingTheSecret(String text) {
        var fault = assertThrows(DatabaseUrl.Fault.class, () -> DatabaseUrl.parse(text), text);
        assertFalse(String.valueOf(fault.getMessage()).contains("SEC"), fault.getMessage());
    }

    @Test
    void anAddressIsShownWithoutItsPassword() {
        assertEquals(
                "postgresql://ada@db:5432/blog",
                DatabaseUrl.parse("postgresql://ada:SECRET@db/blog").toString());
    }
}
