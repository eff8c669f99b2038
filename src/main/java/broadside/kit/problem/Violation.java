package broadside.kit.problem;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a query parameter
 * @param code    a short stable word for programs, such as {@code too-long}
 * @param detail  a sentence for people
 */
public record Violation(String pointer, String code, String detail) {}
