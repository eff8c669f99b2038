package broadside.app.lint;

/**
 * What would hurt a service that runs.
 *
 * @param rule by which it can be waived
 * @param fault what happens
 * @param way   the safe way
 */
public record Finding(String file, int line, String rule, String fault, String way) {
    @Override
    public String toString() {
        return file + ":" + line + ": [" + rule + "] " + fault + ": " + way;
    }
}
