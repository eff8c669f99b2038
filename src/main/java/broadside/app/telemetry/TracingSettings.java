package broadside.app.telemetry;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about tracing, by the environment names of the OpenTelemetry specification.
 *
 * @param endpoint where OTLP is received, over HTTP; null: nothing is traced
 * @param headers  sent along, to be let in there
 * @param service  what the program is called there
 * @param ratio    of requests that are traced, from 0 to 1, where the caller has not decided
 */
public record TracingSettings(@Nullable URI endpoint, Map<String, String> headers, String service, double ratio) {
    public static final TracingSettings OFF = new TracingSettings(null, Map.of(), "broadside", 1);
}
