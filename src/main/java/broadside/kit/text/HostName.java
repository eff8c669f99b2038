package broadside.kit.text;

import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

/** Names of hosts: labels by RFC 1123, other scripts by IDNA (UTS #46, nontransitional). */
final class HostName {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private HostName() {}

    /** The name in lower-case ASCII, or null when it is none. */
    static @Nullable String ascii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS46.nameToASCII(name, new StringBuilder(), info);
        boolean wrong = info.hasErrors() || ascii.isEmpty() || ascii.charAt(ascii.length() - 1) == '.';
        return wrong ? null : ascii.toString();
    }
}
