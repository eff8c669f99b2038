package broadside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A backup that somebody has opened to change what is in it. */
record OpenedBackup(Map<String, byte[]> entries) {
    private static final String MANIFEST = "manifest.json";

    static OpenedBackup read(Path file) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return new OpenedBackup(entries);
    }

    void write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    JsonObject manifest() {
        return new JsonObject(new String(entries.get(MANIFEST), UTF_8));
    }

    void manifest(JsonObject changed) {
        entries.put(MANIFEST, changed.encode().getBytes(UTF_8));
    }

    /** What a manifest says of each table. */
    static List<JsonObject> tables(JsonObject manifest) {
        return manifest.getJsonArray("tables").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    static String entry(JsonObject table) {
        return "tables/" + table.getString("name") + ".copy";
    }

    String rows(JsonObject table) {
        return new String(entries.get(entry(table)), UTF_8);
    }

    /** Puts other rows in, and into the manifest what is right of them. */
    void rows(JsonObject manifest, JsonObject table, String rows) {
        entries.put(entry(table), rows.getBytes(UTF_8));
        table.put("rows", rows.lines().count()).put("sha256", sha256(rows));
        manifest(manifest);
    }

    private static String sha256(String rows) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rows.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
