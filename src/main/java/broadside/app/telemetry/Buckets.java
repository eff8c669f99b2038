package broadside.app.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** Gives each of our timers the same few buckets, so that histograms of several nodes can be added up. */
final class Buckets implements MeterFilter {
    private static final double MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final DistributionStatisticConfig buckets = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(DoubleStream.of(1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500)
                    .map(millis -> millis * MILLI)
                    .toArray())
            .build();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        var ours = id.getType() == Meter.Type.TIMER && id.getName().startsWith("broadside.");
        return ours ? buckets.merge(config) : config;
    }
}
