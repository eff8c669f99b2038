package broadside.app;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can be set: its name in the environment and in the file, what it is when it is not set, what it means. */
enum Setting {
    CONFIG(
            "BROADSIDE_CONFIG",
            "",
            "",
            "a file of `NAME=value` lines with any other of these; the environment has the last word"),
    PORT("PORT", "8080", "", "port of the API; 0: any free one, told in the banner"),
    DATABASE_URL(
            "DATABASE_URL",
            "",
            "embedded",
            "`postgresql://user:password@host:5432/database?sslmode=verify-full`; `sslmode` and `sslrootcert` as in libpq, one host",
            Secrecy.CREDENTIALS),
    DATA_DIR("BROADSIDE_DATA_DIR", "./data", "", "the embedded database, and mails while no SMTP server is set"),
    BIND("BROADSIDE_BIND", "0.0.0.0", "", "address the API listens on"),
    MANAGEMENT_PORT("BROADSIDE_MANAGEMENT_PORT", "9090", "", "port of `/health/live`, `/health/ready` and `/metrics`"),
    MANAGEMENT_BIND("BROADSIDE_MANAGEMENT_BIND", "127.0.0.1", "", "address they listen on"),
    PUBLIC_URL(
            "BROADSIDE_PUBLIC_URL", "", "`http://localhost:<port>`", "where clients reach the API; in links and mails"),
    CORS_ORIGINS(
            "BROADSIDE_CORS_ORIGINS",
            "",
            "",
            "origins that may send credentials, which the microblog API's cookie is; unset, while the public URL is on loopback,"
                    + " those on loopback. The native API needs none and answers every origin"),
    MICROBLOG_COOKIE(
            "BROADSIDE_MICROBLOG_COOKIE",
            "strict",
            "",
            "`partitioned`: the microblog API's cookie is for clients of other sites too, over https"),
    OAUTH_REDIRECT_URL(
            "BROADSIDE_OAUTH_REDIRECT_URL",
            "http://localhost:3000/oauth2/{provider}/callback",
            "",
            "the client's page that providers lead back to"),
    SMTP_URL(
            "BROADSIDE_SMTP_URL",
            "",
            "",
            "`smtp://user:password@host:587` or `smtps://…`; without it mails are written to `<data>/mail`",
            Secrecy.CREDENTIALS),
    MAIL_FROM("BROADSIDE_MAIL_FROM", "broadside@localhost", "", "sender of mails"),
    RESET_URL(
            "BROADSIDE_RESET_URL",
            "",
            "our own page",
            "page of your front end a password-reset link leads to; `?token=…` is added"),
    POST_URL(
            "BROADSIDE_POST_URL",
            "",
            "the post in the API",
            "page of your front end for a post, where feeds and the sitemap lead to, such as"
                    + " `https://blog.example.org/posts/{id}`"),
    SECURITY_CONTACT(
            "BROADSIDE_SECURITY_CONTACT",
            "",
            "",
            "whom to tell of a weakness, in `/.well-known/security.txt`: a `mailto:`, `tel:` or `https:` address"),
    RATE_LIMIT_FACTOR("BROADSIDE_RATE_LIMIT_FACTOR", "1", "", "multiplies every limit; 0 switches them off"),
    TRUSTED_PROXIES("BROADSIDE_TRUSTED_PROXIES", "", "", "addresses or ranges whose `X-Forwarded-For` is believed"),
    DIALECTS(
            "BROADSIDE_DIALECTS",
            "realworld,microblog",
            "",
            "APIs of others that are spoken besides our own; `none`: none"),
    LOG_FORMAT(
            "BROADSIDE_LOG_FORMAT",
            "auto",
            "",
            "`text`, `json`, or `auto`: text on a terminal, else a JSON object a line"),
    LOG_REQUESTS("BROADSIDE_LOG_REQUESTS", "all", "", "which requests get a line: `all`, `failed` (5xx) or `none`"),
    DRAIN_SECONDS("BROADSIDE_DRAIN_SECONDS", "0", "", "how long to go on accepting after a signal to stop"),
    OTLP_ENDPOINT(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "",
            "no tracing",
            "where traces are sent, by OTLP over HTTP: `http://localhost:4318`"),
    OTLP_HEADERS(
            "OTEL_EXPORTER_OTLP_HEADERS", "", "", "what to send along, to be let in: `name=value,…`", Secrecy.SECRET),
    SERVICE_NAME("OTEL_SERVICE_NAME", "broadside", "", "what the program is called in traces"),
    SAMPLER_ARG(
            "OTEL_TRACES_SAMPLER_ARG",
            "1",
            "",
            "part of the requests that is traced, from 0 to 1, unless the caller decides");

    /** How much of a value is shown. */
    enum Secrecy {
        OPEN,
        /** An address with a name and a password in it. */
        CREDENTIALS,
        SECRET
    }

    private final String variable;
    private final String standard;
    private final String shown;
    private final String meaning;
    private final Secrecy secrecy;

    Setting(String variable, String standard, String shown, String meaning) {
        this(variable, standard, shown, meaning, Secrecy.OPEN);
    }

    /**
     * One that can be set.
     *
     * @param standard what is taken when it is not set; empty: nothing
     * @param shown    how to call it when it is nothing, in Markdown
     * @param meaning  in Markdown
     */
    Setting(String variable, String standard, String shown, String meaning, Secrecy secrecy) {
        this.variable = variable;
        this.standard = standard;
        this.shown = shown;
        this.meaning = meaning;
        this.secrecy = secrecy;
    }

    static Optional<Setting> named(String variable) {
        return Arrays.stream(values())
                .filter(known -> known.variable.equals(variable))
                .findFirst();
    }

    /** Its name in the environment and in the file. */
    String variable() {
        return variable;
    }

    String standard() {
        return standard;
    }

    String shown() {
        return shown;
    }

    String meaning() {
        return meaning;
    }

    Secrecy secrecy() {
        return secrecy;
    }
}
