package broadside.account;

import broadside.kit.json.Change;

/**
 * What somebody changes about who she is, all at once, as the APIs of others have it. Whoever makes one has judged it: a name by
 * {@link Handle}, an address by {@link broadside.kit.text.Email}, a bio of at most {@value Newcomer#BIO} code points, a picture by
 * {@link broadside.kit.text.WebAddress}.
 *
 * @param username never null where it is given, nor is {@code email}
 */
public record IdentityPatch(
        Change<String> username, Change<String> email, Change<String> bio, Change<String> avatarUrl) {}
