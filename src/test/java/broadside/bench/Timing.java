package broadside.bench;

import java.util.Arrays;
import java.util.List;

/** How long things take, in milliseconds. */
final class Timing {
    private Timing() {}

    static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    static String summary(List<Double> millis) {
        var sorted = millis.stream().mapToDouble(each -> each).toArray();
        Arrays.sort(sorted);
        return "p50 %6.1f  p95 %6.1f  max %6.1f ms"
                .formatted(
                        sorted[sorted.length / 2],
                        sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)],
                        sorted[sorted.length - 1]);
    }
}
