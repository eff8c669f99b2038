package broadside.account;

import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;

/**
 * What is asked of every name, however loose the rules of an API are: it can be seen, stand in an address and after an {@code @},
 * and nobody takes it for an address, a number or an office. Blanks may stand inside.
 */
public final class Handle {
    public static final int LONGEST = 64;

    private Handle() {}

    public static boolean fits(String name) {
        return !name.isBlank()
                && WellFormed.codePoints(name) <= LONGEST
                && WellFormed.line(name)
                && !Invisible.in(name.replace(" ", ""))
                && name.equals(name.strip())
                && name.chars().noneMatch(letter -> letter == '@' || letter == '/')
                && !name.codePoints().allMatch(Character::isDigit)
                && !ReservedNames.contain(name);
    }
}
