package broadside.account;

import broadside.kit.text.CaseFold;
import java.util.Set;

/** Names nobody may take, since they would look official or stand in the way of addresses. */
final class ReservedNames {
    private static final Set<String> KEYS = Set.of(
            "about",
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "anonymous",
            "api",
            "articles",
            "broadside",
            "contact",
            "docs",
            "everyone",
            "feed",
            "help",
            "home",
            "hostmaster",
            "info",
            "login",
            "logout",
            "mail",
            "mailer-daemon",
            "me",
            "moderator",
            "news",
            "noreply",
            "no-reply",
            "nobody",
            "null",
            "official",
            "owner",
            "postmaster",
            "posts",
            "privacy",
            "public",
            "register",
            "root",
            "search",
            "security",
            "self",
            "sessions",
            "settings",
            "signup",
            "staff",
            "support",
            "system",
            "tags",
            "team",
            "undefined",
            "unknown",
            "user",
            "users",
            "webmaster",
            "www",
            "you");

    private ReservedNames() {}

    static boolean contain(String username) {
        return KEYS.contains(CaseFold.key(username));
    }
}
