package broadside.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Which part of the program works while it is measured: samples of Flight Recorder, each told by the innermost frame of a part. */
final class Shares {
    private static final Map<String, List<String>> PARTS = parts();

    private Shares() {}

    private static Map<String, List<String>> parts() {
        var parts = new LinkedHashMap<String, List<String>>();
        parts.put("Hibernate", List.of("org.hibernate."));
        parts.put("Markdown and HTML", List.of("org.commonmark.", "org.owasp.", "org.jsoup.", "broadside.kit.text."));
        parts.put("outbox", List.of("broadside.kit.event."));
        parts.put("idempotency", List.of("broadside.kit.http.Idempotency"));
        parts.put(
                "revision, slug, tags",
                List.of("broadside.post.PostRecords", "broadside.post.Slugs", "broadside.tag."));
        parts.put(
                "log, metrics",
                List.of("ch.qos.logback.", "io.micrometer.", "broadside.app.log.", "broadside.app.telemetry."));
        parts.put("JSON", List.of("com.fasterxml.jackson.", "broadside.kit.json."));
        parts.put("PostgreSQL client", List.of("io.vertx.pgclient.", "io.vertx.sqlclient.", "broadside.kit.db."));
        parts.put(
                "HTTP and router",
                List.of(
                        "io.vertx.core.http.",
                        "io.vertx.ext.web.",
                        "io.netty.handler.codec.http",
                        "broadside.kit.http."));
        parts.put("rooms", List.of("broadside."));
        return parts;
    }

    /** Per cent of the samples, for each part that has any. */
    static Map<String, Long> of(Path recording) throws IOException {
        var counts = new LinkedHashMap<String, Long>();
        PARTS.keySet().forEach(part -> counts.put(part, 0L));
        long all = 0;
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    counts.merge(part(event), 1L, Long::sum);
                    all++;
                }
            }
        }
        long samples = Math.max(1, all);
        counts.replaceAll((part, count) -> Math.round(100.0 * count / samples));
        return counts;
    }

    private static String part(RecordedEvent sample) {
        return sample.getStackTrace() == null
                ? "the rest"
                : sample.getStackTrace().getFrames().stream()
                        .map(Shares::part)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse("the rest");
    }

    private static Optional<String> part(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return PARTS.entrySet().stream()
                .filter(part -> part.getValue().stream().anyMatch(type::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
