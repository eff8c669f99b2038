package broadside.account;

/** What an account is known by. */
public record Identity(String username, String email) {}
