package broadside.kit.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses by RFC 5321: an ASCII local part (dot-atom or quoted), then a domain with a dot (other scripts by
 * IDNA), {@code localhost} or an IPv4 literal in brackets. No control character and no line break ever, so that an
 * address can stand in a mail's header.
 */
public final class Email {
    public static final int MAX_LENGTH = 120;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])++\"");
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4_LITERAL = Pattern.compile("\\[" + OCTET + "(?:\\." + OCTET + "){3}\\]");
    private static final Pattern DOTTED = Pattern.compile(".+\\.[^.]*[^0-9.][^.]*");

    private Email() {}

    /** Whether the text is an address of at most {@value #MAX_LENGTH} code points. */
    public static boolean valid(String text) {
        return WellFormed.codePoints(text) <= MAX_LENGTH && ascii(text) != null;
    }

    /** The address to send to, its domain in ASCII; null when the text is no address. */
    public static @Nullable String ascii(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0 || !isLocal(text.substring(0, at))) {
            return null;
        }
        String domain = domain(text.substring(at + 1));
        return domain == null ? null : text.substring(0, at) + "@" + domain;
    }

    /** The key for comparison: without case, without needless quotes, the domain in ASCII. Takes any text. */
    public static String key(String text) {
        String ascii = ascii(text);
        return CaseFold.key(ascii == null ? text : unquoted(ascii));
    }

    private static boolean isLocal(String local) {
        boolean form =
                DOT_ATOM.matcher(local).matches() || QUOTED.matcher(local).matches();
        return form && local.length() <= MAX_LOCAL_LENGTH;
    }

    private static @Nullable String domain(String domain) {
        if (IPV4_LITERAL.matcher(domain).matches()) {
            return domain;
        }
        String ascii = HostName.ascii(domain);
        boolean known = ascii != null
                && (ascii.equals("localhost") || DOTTED.matcher(ascii).matches());
        return known ? ascii : null;
    }

    private static String unquoted(String address) {
        int at = address.lastIndexOf('@');
        boolean quoted = address.startsWith("\"");
        String content = quoted ? address.substring(1, at - 1) : "";
        return DOT_ATOM.matcher(content).matches() ? content + address.substring(at) : address;
    }
}
