package broadside.app.log;

import broadside.kit.http.Audience;
import broadside.kit.http.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** A line for each request, by the template of its path: what stands in paths, queries and bodies is nobody's business. */
public final class RequestLog implements Audience {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final int FAULT = 500;
    private static final long NANOS = 1_000_000;

    private final Which which;

    public RequestLog(Which which) {
        this.which = which;
    }

    /** Of which requests. */
    public enum Which {
        ALL,
        /** Those that ended in a fault of the program or its database. */
        FAILED,
        NONE
    }

    @Override
    public void ends(Served served) {
        var failed = served.status() >= FAULT;
        if (which == Which.ALL || (which == Which.FAILED && failed)) {
            write(served, failed ? Level.WARN : Level.INFO);
        }
    }

    private static void write(Served served, Level level) {
        var line = LOG.atLevel(level)
                .setMessage("request")
                .addKeyValue("method", served.method())
                .addKeyValue("route", served.route())
                .addKeyValue("status", served.status())
                .addKeyValue("millis", served.nanos() / NANOS)
                .addKeyValue("requestId", served.requestId());
        if (served.sender() != null) {
            line = line.addKeyValue("account", served.sender().toString());
        }
        line.log();
    }
}
