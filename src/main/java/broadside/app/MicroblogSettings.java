package broadside.app;

import broadside.dialect.microblog.Cookies.Site;
import broadside.dialect.microblog.Provider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be set about the microblog API.
 *
 * @param site        from which pages browsers send its refresh token
 * @param providers   whom people may log in by
 * @param redirectUrl page of the client that providers lead back to, with {@code {provider}} in it
 */
record MicroblogSettings(Site site, List<Provider> providers, String redirectUrl) {
    private static final String COOKIE = Setting.MICROBLOG_COOKIE.variable();
    private static final String REDIRECT = Setting.OAUTH_REDIRECT_URL.variable();
    private static final String CLIENT = Setting.OAUTH_REDIRECT_URL.standard();
    private static final List<String> NEEDED =
            List.of("CLIENT_ID", "CLIENT_SECRET", "AUTHORIZE_URL", "TOKEN_URL", "PROFILE_URL");
    private static final String SCOPE = "SCOPE";
    private static final Pattern PROVIDER =
            Pattern.compile("BROADSIDE_OAUTH_([A-Z0-9]{1,30})_(" + String.join("|", NEEDED) + "|" + SCOPE + ")");
    /** What tells an address, at those who do not know OpenID Connect's words for it. */
    private static final Map<String, String> SCOPES =
            Map.of("github", "user:email", "google", "https://www.googleapis.com/auth/userinfo.email");

    static boolean knows(String name) {
        return name.equals(COOKIE)
                || name.equals(REDIRECT)
                || PROVIDER.matcher(name).matches();
    }

    /** @param faults takes a line for each setting that is wrong */
    static MicroblogSettings read(Map<String, String> environment, List<String> faults) {
        var redirect = environment.getOrDefault(REDIRECT, "").strip();
        return new MicroblogSettings(
                site(environment, faults),
                providers(environment, faults),
                redirect.isEmpty() ? CLIENT : address(REDIRECT, redirect, faults));
    }

    private static Site site(Map<String, String> environment, List<String> faults) {
        return switch (environment.getOrDefault(COOKIE, "").strip()) {
            case "", "strict" -> Site.STRICT;
            case "partitioned" -> Site.PARTITIONED;
            default -> {
                faults.add(COOKIE + " must be strict or partitioned");
                yield Site.STRICT;
            }
        };
    }

    private static List<Provider> providers(Map<String, String> environment, List<String> faults) {
        var names = environment.entrySet().stream()
                .filter(setting -> !setting.getValue().isBlank())
                .map(setting -> PROVIDER.matcher(setting.getKey()))
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return names.stream().map(name -> provider(name, environment, faults)).toList();
    }

    private static Provider provider(String name, Map<String, String> environment, List<String> faults) {
        var values = new ArrayList<String>();
        for (var part : NEEDED) {
            var setting = "BROADSIDE_OAUTH_" + name + "_" + part;
            var value = environment.getOrDefault(setting, "").strip();
            if (value.isEmpty()) {
                faults.add(setting + " is missing");
            } else if (part.endsWith("URL")) {
                address(setting, value, faults);
            }
            values.add(value);
        }
        var lower = name.toLowerCase(Locale.ROOT);
        var scope = environment
                .getOrDefault("BROADSIDE_OAUTH_" + name + "_" + SCOPE, "")
                .strip();
        return new Provider(
                lower,
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                scope.isEmpty() ? SCOPES.getOrDefault(lower, "openid email") : scope);
    }

    private static String address(String setting, String value, List<String> faults) {
        if (!isAddress(value.replace("{provider}", "provider"))) {
            faults.add(setting + " must be an http or https address");
        }
        return value;
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
