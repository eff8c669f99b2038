package broadside.app.roster;

import broadside.account.Role;
import broadside.kit.text.CaseFold;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list is of.
 *
 * @param role   null: of whatever role
 * @param prefix how username or e-mail address begin, without regard to case; null: however
 */
public record Wanted(
        @Nullable Role role, boolean suspended, @Nullable String prefix) {
    @Nullable
    String word() {
        return role == null ? null : role.word();
    }

    @Nullable
    String key() {
        return prefix == null ? null : CaseFold.key(prefix);
    }
}
