package broadside.kit.password;

import broadside.kit.password.WerkzeugHash.Refused;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.SCrypt;

/** scrypt. Werkzeug's own parameters are 32768, 8, 1: 32 MiB. */
record Scrypt(int cost, int blockSize, int parallelization) implements KeyDerivation {
    private static final int WORDS = 4;
    /** 64 MiB: two are verified at a time. */
    private static final long MOST_MEMORY = 64L << 20;
    /** Four times the work of Werkzeug's parameters. */
    private static final long MOST_WORK = 4L * 32_768 * 8;

    private static final int BYTES_PER_BLOCK = 128;

    static Scrypt of(String... words) {
        if (words.length != WORDS) {
            throw new Refused("does not say how much work it takes");
        }
        return checked(KeyDerivation.number(words[1]), KeyDerivation.number(words[2]), KeyDerivation.number(words[3]));
    }

    private static Scrypt checked(long cost, long blockSize, long parallelization) {
        if (cost < 2 || Long.bitCount(cost) != 1 || blockSize < 1 || parallelization < 1) {
            throw new Refused("has parameters that scrypt does not know");
        }
        if (blockSize > MOST_WORK
                || parallelization > MOST_WORK
                || cost * blockSize > MOST_MEMORY / BYTES_PER_BLOCK
                || cost * blockSize * parallelization > MOST_WORK) {
            throw new Refused("asks for more work than a log-in may cost");
        }
        return new Scrypt((int) cost, (int) blockSize, (int) parallelization);
    }

    @Override
    public int length() {
        return 64;
    }

    @Override
    public Stream<byte[]> keys(String password, byte[] salt) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        return Stream.of(SCrypt.generate(bytes, salt, cost, blockSize, parallelization, length()));
    }
}
