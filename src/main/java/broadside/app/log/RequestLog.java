package broadside.app.log;

import broadside.kit.http.Audience;
import broadside.kit.http.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each request, by the template of its path: what stands in paths, queries and bodies is nobody's business. */
public final class RequestLog implements Audience {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String MESSAGE = "request";
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
        if (which != Which.NONE && failed) {
            LOG.warn(MESSAGE, members(served));
        } else if (which == Which.ALL) {
            LOG.info(MESSAGE, members(served));
        }
    }

    private static Members members(Served served) {
        return member -> {
            member.accept("method", served.method());
            member.accept("route", served.route());
            member.accept("status", served.status());
            member.accept("millis", served.nanos() / NANOS);
            member.accept("requestId", served.requestId());
            if (served.sender() != null) {
                member.accept("account", served.sender().toString());
            }
            if (served.reason() != null) {
                member.accept("reason", served.reason());
            }
        };
    }
}
