package broadside.app;

import broadside.kit.event.Listening;
import broadside.kit.mail.Delivery;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.function.ToDoubleFunction;

/** What waits to be taken from the database: events to be heard, mails to be sent. It is not a number while it cannot be known. */
final class Backlog {
    private static final Found UNKNOWN = new Found(Double.NaN, Double.NaN, Double.NaN);

    private final Listening listening;
    private final Delivery delivery;
    private volatile Found found = UNKNOWN;

    private record Found(double eventLag, double mails, double mailLag) {}

    Backlog(Listening listening, Delivery delivery) {
        this.listening = listening;
        this.delivery = delivery;
    }

    Backlog measuredBy(MeterRegistry registry) {
        gauge(
                registry,
                "broadside.outbox.lag",
                "seconds",
                "Age of the oldest event not yet heard here",
                Found::eventLag);
        gauge(registry, "broadside.mail.waiting", "mails", "Mails to be sent", Found::mails);
        gauge(
                registry,
                "broadside.mail.lag",
                "seconds",
                "How long the mail that waits longest is overdue",
                Found::mailLag);
        return this;
    }

    private void gauge(
            MeterRegistry registry, String name, String unit, String description, ToDoubleFunction<Found> of) {
        Gauge.builder(name, this, backlog -> of.applyAsDouble(backlog.found))
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    Future<Void> look() {
        return Future.join(listening.lag(), delivery.waiting()).transform(looked -> {
            found = looked.succeeded()
                    ? new Found(
                            looked.result().resultAt(0),
                            looked.result().<Delivery.Waiting>resultAt(1).mails(),
                            looked.result().<Delivery.Waiting>resultAt(1).overdue())
                    : UNKNOWN;
            return Future.succeededFuture();
        });
    }
}
