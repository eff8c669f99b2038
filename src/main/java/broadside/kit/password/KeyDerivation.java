package broadside.kit.password;

import broadside.kit.password.WerkzeugHash.Refused;
import java.util.stream.Stream;

/** How a key is made of a password. */
interface KeyDerivation {
    /** The keys the password may have; more than one where it was not written down how often to iterate. */
    Stream<byte[]> keys(String password, byte[] salt);

    /** How many bytes a key has. */
    int length();

    /**
     * Reads Werkzeug's name of a method, such as {@code scrypt:32768:8:1}.
     *
     * @throws Refused when it is unknown or asks for more work than a log-in may cost
     */
    static KeyDerivation of(String method) {
        var words = method.split(":", -1);
        return switch (words[0]) {
            case "scrypt" -> Scrypt.of(words);
            case "pbkdf2" -> Pbkdf2.of(words);
            default -> throw new Refused("is of a kind that is not known");
        };
    }

    /** A whole number of at most eight digits. */
    static int number(String digits) {
        if (!digits.matches("[0-9]{1,8}")) {
            throw new Refused("has a number that cannot be read");
        }
        return Integer.parseInt(digits);
    }
}
