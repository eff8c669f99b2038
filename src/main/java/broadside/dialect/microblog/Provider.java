package broadside.dialect.microblog;

/**
 * Somebody who knows people by an address and tells so by OAuth 2.0 (RFC 6749, 4.1).
 *
 * @param name         as it stands in the path, in lower case
 * @param authorizeUrl page where people agree
 * @param tokenUrl     where a code is traded for an access token
 * @param profileUrl   where the address is told: an object with {@code email} and {@code email_verified}, or a list of objects with
 *                     {@code email}, {@code primary} and {@code verified}
 * @param scope        what is asked for, parted by blanks
 */
public record Provider(
        String name,
        String clientId,
        String clientSecret,
        String authorizeUrl,
        String tokenUrl,
        String profileUrl,
        String scope) {
    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
        return "provider " + name;
    }
}
