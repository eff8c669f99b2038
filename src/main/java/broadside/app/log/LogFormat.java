package broadside.app.log;

/** For people, or for programs that collect logs. */
public enum LogFormat {
    TEXT,
    JSON;

    /** Text where a person sits in front of it. */
    public static LogFormat usual() {
        return Terminal.isThere() ? TEXT : JSON;
    }
}
