package broadside.dialect.microblog;

/** What is said about a field; clients show it as it is. */
final class Texts {
    static final String MISSING = "Missing data for required field.";
    static final String NULL = "Field may not be null.";
    static final String NO_STRING = "Not a valid string.";
    static final String NO_INTEGER = "Not a valid integer.";
    static final String NO_TIME = "Not a valid datetime.";
    static final String UNKNOWN = "Unknown field.";
    static final String NO_OBJECT = "Invalid input type.";
    static final String NO_EMAIL = "Not a valid email address.";
    static final String FIRST_LETTER = "Username must start with a letter";
    static final String NAME_TAKEN = "Use a different username.";
    static final String EMAIL_TAKEN = "Use a different email.";
    static final String WRONG_PASSWORD = "Password is incorrect";
    static final String BOTH_MARKS = "Cannot specify both offset and after";
    static final String BAD_TOKEN = "Invalid or expired token.";

    private Texts() {}

    static String between(int least, int most) {
        return "Length must be between " + least + " and " + most + ".";
    }

    static String longerThan(int most) {
        return "Longer than maximum length " + most + ".";
    }

    static String shorterThan(int least) {
        return "Shorter than minimum length " + least + ".";
    }
}
