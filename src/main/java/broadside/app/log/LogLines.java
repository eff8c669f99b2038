package broadside.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.kit.json.JsonWriter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a line of the log looks like. Whatever is logged, nobody else's text begins a line or moves the cursor. */
public final class LogLines extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private volatile LogFormat format = LogFormat.TEXT;

    void format(LogFormat chosen) {
        format = chosen;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return format == LogFormat.JSON ? json(event) : text(event).getBytes(UTF_8);
    }

    private static String text(ILoggingEvent event) {
        var logger = event.getLoggerName();
        var line = new StringBuilder(CLOCK.format(event.getInstant()))
                .append(String.format(Locale.ROOT, " %-5s ", event.getLevel()))
                .append(logger.substring(logger.lastIndexOf('.') + 1))
                .append(": ")
                .append(Visible.text(event.getFormattedMessage()));
        Members.of(event)
                .tell((name, value) ->
                        line.append(' ').append(name).append('=').append(Visible.text(String.valueOf(value))));
        Trace.lines(event.getThrowableProxy()).forEach(part -> line.append('\n').append(part));
        return line.append('\n').toString();
    }

    private static byte[] json(ILoggingEvent event) {
        var line = JsonWriter.object(json -> {
            json.time("time", event.getInstant())
                    .text("level", event.getLevel().toString())
                    .text("logger", event.getLoggerName())
                    .text("message", Visible.json(event.getFormattedMessage()));
            Members.of(event).tell((name, value) -> member(json, name, value));
            if (event.getThrowableProxy() != null) {
                json.text("failure", String.join("\n", Trace.lines(event.getThrowableProxy())));
            }
        });
        return line.appendByte((byte) '\n').getBytes();
    }

    private static void member(JsonWriter json, String name, @Nullable Object value) {
        if (value instanceof Number number) {
            json.number(name, number.longValue());
        } else {
            json.text(name, Visible.json(String.valueOf(value)));
        }
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
