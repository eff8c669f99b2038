package broadside.account;

import broadside.kit.json.Fields;
import broadside.kit.text.Email;
import broadside.kit.text.LanguageTag;
import broadside.kit.text.Name;
import broadside.kit.text.WellFormed;
import org.jspecify.annotations.Nullable;

/** What somebody who registers says of herself, but for the password. */
public record AccountDraft(
        String username,
        String email,
        @Nullable String displayName,
        @Nullable String locale) {
    private static final int EMAIL = 120;
    private static final int DISPLAY_NAME = 80;

    /** Reads the members {@code username}, {@code email}, {@code displayName} and {@code locale}. */
    public static AccountDraft from(Fields fields) {
        return new AccountDraft(username(fields), email(fields), displayName(fields), locale(fields));
    }

    private static String username(Fields fields) {
        var field = fields.text("username").required();
        if (field.value() != null) {
            Name.violations(field.value()).forEach(violation -> reject(fields, violation));
            field.check(name -> !ReservedNames.contain(name), "reserved", "This name is kept free.");
        }
        return field.orEmpty();
    }

    private static void reject(Fields fields, Name.Violation violation) {
        var code = violation.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        switch (violation) {
            case TOO_SHORT -> fields.reject("username", code, "It must have at least 3 characters.");
            case TOO_LONG -> fields.reject("username", code, "It may have at most 64 characters.");
            case FIRST_LETTER -> fields.reject("username", "format", "It must begin with a letter.");
            case CHARACTERS ->
                fields.reject("username", "format", "It may hold letters, digits, \"_\", \".\" and \"-\".");
            case SINGLE_SCRIPT -> fields.reject("username", code, "Its letters and digits must be of one script.");
            case INVISIBLE -> fields.reject("username", code, "It holds invisible characters.");
        }
    }

    /** Reads an address; also for changing one's own. */
    public static String email(Fields fields) {
        return fields.text("email")
                .required()
                .length(3, EMAIL)
                .check(Email::valid, "format", "It must be an e-mail address.")
                .orEmpty();
    }

    static @Nullable String displayName(Fields fields) {
        return fields.text("displayName")
                .length(1, DISPLAY_NAME)
                .check(WellFormed::line, "invisible", "It must be one line without control characters.")
                .check(name -> !broadside.kit.text.Invisible.all(name), "invisible", "It must show something.")
                .value();
    }

    static @Nullable String locale(Fields fields) {
        var locale = fields.text("locale")
                .check(
                        tag -> LanguageTag.canonical(tag) != null,
                        "format",
                        "It must be a language tag as BCP 47 has it.")
                .value();
        return locale == null ? null : LanguageTag.canonical(locale);
    }
}
