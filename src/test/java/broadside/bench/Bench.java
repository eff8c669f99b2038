package broadside.bench;

/** A measurement as a program: it ends when it is done or has failed, whatever threads libraries have left. */
final class Bench {
    private Bench() {}

    /** What is measured. */
    interface Measurement {
        void run() throws Exception;
    }

    /** Ends the JVM: with 1 and what has failed, with 0 where nothing has. */
    static void main(Measurement measurement) {
        try {
            measurement.run();
            System.exit(0);
        } catch (Exception failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }
}
