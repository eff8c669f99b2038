package broadside.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A certificate that vouches for itself, made by the JDK's keytool.
 *
 * @param key  PKCS #8, PEM
 * @param text the certificate, PEM
 */
public record Certificate(String key, String text) {
    private static final char[] PASSWORD = "of no meaning".toCharArray();

    /** For one host name; needs an empty place for its file. */
    public static Certificate of(String host, Path folder) {
        var file = folder.resolve(host + ".p12");
        try {
            make(host, file);
            var store = KeyStore.getInstance(file.toFile(), PASSWORD);
            return new Certificate(
                    pem("PRIVATE KEY", store.getKey(host, PASSWORD).getEncoded()),
                    pem("CERTIFICATE", store.getCertificate(host).getEncoded()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void make(String host, Path file) throws IOException {
        var keytool = new ArrayList<String>();
        keytool.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        keytool.add("-genkeypair");
        Map.of(
                        "-alias",
                        host,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .forEach((option, value) -> keytool.addAll(List.of(option, value)));
        var process = new ProcessBuilder(keytool).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(told);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    /** Writes the certificate alone, as {@code sslrootcert} names it. */
    public Path write(Path file) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
