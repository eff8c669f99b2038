package broadside.dialect.microblog;

import broadside.kit.http.Call;
import io.vertx.core.http.Cookie;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of this API (RFC 6265): session cookies that no script can read, for the paths of tokens alone.
 *
 * @param path   below which browsers send them
 * @param secure whether they may go over https only
 * @param site   from which pages browsers send them
 */
public record Cookies(String path, boolean secure, Site site) {
    /** From which pages browsers send the refresh token. */
    public enum Site {
        /** Of the same site only. */
        STRICT,
        /** Of any, each with a cookie of its own; over https only. */
        PARTITIONED
    }

    private static final String REFRESH = "refresh_token";
    private static final String STATE = "oauth2_state";

    /** @param publicUrl where clients reach this server */
    public static Cookies of(String publicUrl, Site site) {
        var uri = URI.create(publicUrl);
        var below = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new Cookies(below + TokenRoutes.PATH, "https".equals(uri.getScheme()), site);
    }

    String refresh(String token) {
        return switch (site) {
            case STRICT ->
                REFRESH + "=" + token + "; " + (secure ? "Secure; " : "") + "HttpOnly; Path=" + path
                        + "; SameSite=Strict";
            case PARTITIONED ->
                REFRESH + "=" + token + "; Secure; HttpOnly; Path=" + path + "; SameSite=None; Partitioned";
        };
    }

    /** Set while a page of ours is at the top, and sent back from a page of the client: so it belongs to no partition. */
    String state(String state) {
        return switch (site) {
            case STRICT ->
                STATE + "=" + state + "; " + (secure ? "Secure; " : "") + "HttpOnly; Path=" + path + "; SameSite=Lax";
            case PARTITIONED -> STATE + "=" + state + "; Secure; HttpOnly; Path=" + path + "; SameSite=None";
        };
    }

    static @Nullable String refresh(Call call) {
        return value(call, REFRESH);
    }

    static @Nullable String state(Call call) {
        return value(call, STATE);
    }

    private static @Nullable String value(Call call, String name) {
        Cookie cookie = call.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }
}
