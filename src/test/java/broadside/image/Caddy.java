package broadside.image;

import broadside.testing.Eventually;
import broadside.testing.RawClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Caddy as {@code docker/Caddyfile} sets it, but on ports of its own and before nodes that a test names. */
final class Caddy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SITE = "localhost";

    private final Process process;
    private final int port;
    private final Path authority;

    private Caddy(Process process, int port, Path authority) {
        this.process = process;
        this.port = port;
        this.authority = authority;
    }

    /** Whether tests that need it are to run: where it is installed, and in a strict run. */
    static boolean installedOrStrict() {
        return Boolean.getBoolean("broadside.test.strict") || program().isPresent();
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "caddy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** In a folder of its own, which is empty. */
    static Caddy before(Path folder, int... nodes) throws IOException {
        int port = freePort();
        var settings = understood(folder);
        listen(settings.getJsonObject("apps").getJsonObject("http"), port, nodes);
        aside(settings, folder);
        var file = Files.writeString(folder.resolve("settings.json"), settings.encode());
        var process = caddy(folder, "run", "--config", file.toString()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var caddy = new Caddy(process, port, folder.resolve("store/pki/authorities/local/root.crt"));
        Eventually.holds(PATIENCE, "Caddy serves", caddy::serves);
        return caddy;
    }

    /** The file as Caddy understands it; fails when Caddy does not, or warns of something in it. */
    private static JsonObject understood(Path folder) throws IOException {
        var adapted = folder.resolve("adapted");
        int exit = caddy(folder, "adapt", "--config", "docker/Caddyfile", "--adapter", "caddyfile")
                .redirectOutput(adapted.toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        var complaints = Files.readString(folder.resolve("log"));
        if (exit != 0 || complaints.contains("\"warn\"")) {
            throw new AssertionError(complaints);
        }
        return new JsonObject(Files.readString(adapted));
    }

    private static void listen(JsonObject http, int port, int... nodes) throws IOException {
        http.put("https_port", port).put("http_port", freePort());
        var server = http.getJsonObject("servers").getJsonObject("srv0");
        server.put("listen", new JsonArray().add("127.0.0.1:" + port));
        var site = first(server.getJsonArray("routes"));
        var route = first(first(site.getJsonArray("handle")).getJsonArray("routes"));
        var proxy = first(route.getJsonArray("handle"));
        proxy.remove("dynamic_upstreams");
        var dialled = IntStream.of(nodes)
                .mapToObj(node -> new JsonObject().put("dial", "127.0.0.1:" + node))
                .toList();
        proxy.put("upstreams", new JsonArray(dialled));
    }

    private static JsonObject first(JsonArray array) {
        return array.getJsonObject(0);
    }

    /** Nothing of this machine is touched but the folder. */
    private static void aside(JsonObject settings, Path folder) {
        var trust = new JsonObject().put("local", new JsonObject().put("install_trust", false));
        settings.getJsonObject("apps").put("pki", new JsonObject().put("certificate_authorities", trust));
        settings.put("admin", new JsonObject().put("disabled", true));
        var store = folder.resolve("store").toString();
        settings.put("storage", new JsonObject().put("module", "file_system").put("root", store));
    }

    private static ProcessBuilder caddy(Path folder, String... arguments) {
        var program = program().orElseThrow(() -> new AssertionError("caddy is not installed"));
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile());
        var builder = new ProcessBuilder(command).redirectError(log).redirectOutput(log);
        builder.environment().put("HOME", folder.toString());
        return builder;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean serves() {
        if (!process.isAlive()) {
            throw new AssertionError("Caddy ended with " + process.exitValue());
        }
        try (var client = from(1)) {
            return client.ask("GET /v1/posts?limit=1").status() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A client at {@code 127.0.0.last}, who trusts nobody but Caddy's own authority. */
    RawClient from(int last) throws IOException {
        var plain = new Socket();
        plain.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last}), 0));
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        try {
            var socket = (SSLSocket) trust().getSocketFactory().createSocket(plain, SITE, port, true);
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(SITE)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new RawClient(socket);
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private SSLContext trust() throws IOException, GeneralSecurityException {
        var known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null);
        try (var file = Files.newInputStream(authority)) {
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(file);
            known.setCertificateEntry("caddy", certificate);
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
