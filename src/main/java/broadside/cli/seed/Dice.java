package broadside.cli.seed;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that comes out the same whenever it begins with the same number. Nothing secret may hang on it. */
final class Dice {
    private static final int PERCENT = 100;

    private final RandomGenerator random;

    Dice(long seed) {
        random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
    }

    /** From 0 on. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From 0 on. */
    long below(long bound) {
        return random.nextLong(bound);
    }

    boolean chance(int percent) {
        return below(PERCENT) < percent;
    }

    <T> T pick(List<T> all) {
        return all.get(below(all.size()));
    }

    /** Small ones far more often than large ones, as some are known to many. */
    int skewed(int bound) {
        var part = random.nextDouble();
        return (int) (part * part * bound);
    }
}
