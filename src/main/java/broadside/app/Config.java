package broadside.app;

import broadside.app.log.LogFormat;
import broadside.app.log.RequestLog;
import broadside.app.telemetry.TracingSettings;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.http.Network;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, checked.
 *
 * @param port           of the API; 0: any free one
 * @param bind           address the API listens on
 * @param database       null: the embedded one in {@code dataFolder}
 * @param managementPort of health checks and numbers; 0: any free one
 * @param managementBind address they listen on
 * @param publicUrl      where clients reach the API, no slash at the end; null: http://localhost with the port
 * @param corsOrigins    origins that may send credentials
 * @param smtp           null: mails are written into a folder
 * @param resetUrl       page a password-reset link leads to; null: our own
 * @param postUrl        page of a front end for a post, with {@code {id}} in it; null: the post in the API
 * @param securityContact whom to tell of weaknesses, a URI; null: nobody
 * @param rateLimitFactor multiplies every limit; 0: none
 * @param trustedProxies whose forwarding headers are believed
 * @param dialects       names of the APIs of others that are spoken besides our own
 * @param microblog      what can be set about the microblog API
 * @param logFormat      what a line of the log looks like
 * @param logRequests    which requests are logged
 * @param tracing        where traces go
 * @param drain          how long to go on accepting after a signal to stop
 */
public record Config(
        int port,
        String bind,
        @Nullable DatabaseAddress database,
        Path dataFolder,
        int managementPort,
        String managementBind,
        @Nullable String publicUrl,
        List<String> corsOrigins,
        @Nullable URI smtp,
        String mailFrom,
        @Nullable String resetUrl,
        @Nullable String postUrl,
        @Nullable String securityContact,
        double rateLimitFactor,
        List<Network> trustedProxies,
        Set<String> dialects,
        MicroblogSettings microblog,
        LogFormat logFormat,
        RequestLog.Which logRequests,
        TracingSettings tracing,
        Duration drain) {}
