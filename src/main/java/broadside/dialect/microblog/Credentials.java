package broadside.dialect.microblog;

import broadside.kit.http.AuthorizationField;
import broadside.kit.http.Call;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A name and a password by the scheme Basic (RFC 7617), in UTF-8 or, where that is none, in ISO 8859-1. */
record Credentials(String login, String password) {
    static Optional<Credentials> of(Call call) {
        var token = AuthorizationField.token(call.request(), "Basic");
        return token == null || token.isEmpty()
                ? Optional.empty()
                : decoded(token).flatMap(Credentials::parted);
    }

    private static Optional<String> decoded(String token) {
        try {
            return Optional.of(text(Base64.getDecoder().decode(token)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** At the first colon; nothing with NUL, which nobody's name has. */
    private static Optional<Credentials> parted(String text) {
        int colon = text.indexOf(':');
        return colon < 0 || text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "credentials of " + login;
    }
}
