package broadside.cli;

import broadside.account.Role;
import broadside.kit.problem.StartupFailure;

/** Roles by their words. */
final class Roles {
    private Roles() {}

    static Role of(String word) {
        for (var role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new StartupFailure("There is no role " + word + ": use reader, author, moderator or admin.");
    }
}
