package broadside.access;

import broadside.contract.Contract;
import broadside.post.PublicPosts;
import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The author with what is hers, and one who asks; new for each question, since an answer may change everything. */
public final class Stage {
    /** A long-lived account whose password hash is everybody's, since to make one for each would take minutes. */
    private static final String PASSWORD_OF = "passwordgiver";

    private final Server server;
    private final String author = Client.name();
    private final String actor;
    private final Client asAuthor;
    private final Client asActor;
    private final Map<String, Supplier<String>> things = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private @Nullable JsonObject article;

    public Stage(Server server, Actor role) {
        this.server = server;
        asAuthor = account(author, "author");
        actor = role == Actor.AUTHOR || role == Actor.READS ? author : Client.name();
        asActor = enter(role);
        things.put("new", Client::name);
        things.put("password", () -> Client.PASSWORD);
        things.put("username", () -> author);
        things.put("id", () -> written().getString("id"));
        things.put("reply", this::reply);
        things.put("report", this::report);
        things.put("requester", this::requester);
        things.put("format", () -> "atom");
        things.put("series", this::series);
        things.put("tag", () -> "words");
        things.put("slug", () -> article().getString("slug"));
        things.put("comment", this::comment);
        things.put("note", this::note);
        things.put("account", () -> asAuthor.get("/v1/me").json().getString("id"));
        things.put("user", () -> author);
        things.put("provider", () -> "nobody");
        things.put("number", () -> "1");
        things.put("part", () -> Long.toString(Long.parseLong(written().getString("id")) / PublicPosts.IN_PART + 1));
        things.put("session", () -> idOf("session"));
        things.put("token", () -> personal("write", "t"));
    }

    /** Makes the account everybody's password comes from. */
    public static void set(Server server) {
        var known = server.sql().ask("select id from account where username = '" + PASSWORD_OF + "'");
        if (known == null) {
            server.client().register(PASSWORD_OF);
        }
    }

    private Client enter(Actor role) {
        return switch (role) {
            case ANONYMOUS -> server.client();
            case AUTHOR -> asAuthor;
            case READS -> reader();
            case SUSPENDED -> suspended();
            case FOLLOWER -> following();
            case BLOCKED -> blocked();
            case OTHER, MODERATOR, ADMIN -> account(actor, role.role());
        };
    }

    private Client reader() {
        personal("read", "r");
        return server.client().with(token("bsp_", "r" + author));
    }

    private Client suspended() {
        var client = account(actor, "author");
        server.sql().execute("update account set suspended_at = now() where username = '" + actor + "'");
        return client;
    }

    private Client following() {
        var client = account(actor, "author");
        client.put("/v1/accounts/" + author + "/follow", null).expect(204);
        return client;
    }

    private Client blocked() {
        var client = account(actor, "author");
        asAuthor.put("/v1/accounts/" + actor + "/block", null).expect(204);
        return client;
    }

    /** Somebody new who is logged in. */
    private Client account(String name, String role) {
        server.sql().execute("""
                with made as (
                  insert into account (username, username_key, email, email_key, role, created_at, updated_at)
                  values ('%1$s', '%1$s', '%1$s@example.com', '%1$s@example.com', '%2$s', now(), now()) returning id),
                named as (insert into account_name (name_key, account_id) select '%1$s', id from made),
                counted as (insert into account_stat (account_id) select id from made),
                secured as (
                  insert into password (account_id, hash, changed_at)
                  select made.id, hash, now() from made, password p join account a on a.id = p.account_id
                  where a.username = '%3$s'),
                opened as (
                  insert into session (account_id, address, created_at, last_used_at, expires_at)
                  select id, '::1', now(), now(), now() + interval '1 day' from made returning id)
                insert into access_token (hash, session_id, expires_at)
                select sha256('%4$s'), id, now() + interval '1 hour' from opened
                """.formatted(name, role, PASSWORD_OF, token("bsa_", name)));
        return server.client().with(token("bsa_", name));
    }

    /** The id of a new personal token of the author's. */
    private String personal(String scope, String prefix) {
        server.sql().execute("""
                insert into personal_token (account_id, name, hash, scopes, created_at)
                select id, 'script', sha256('%s'), '{%s}', now() from account where username = '%s'
                """.formatted(token("bsp_", prefix + author), scope, author));
        return idOf("personal_token");
    }

    private String idOf(String table) {
        return String.valueOf(server.sql()
                .ask("select max(x.id) from " + table + " x join account a on a.id = x.account_id where username = '"
                        + author + "'"));
    }

    private static String token(String kind, String name) {
        return kind + name + "x".repeat(43 - name.length());
    }

    private JsonObject written() {
        var draft = new JsonObject()
                .put("title", "About " + author)
                .put("body", "Words")
                .put("tags", java.util.List.of("words"));
        return asAuthor.post("/v1/posts", draft).expect(201).json();
    }

    /** The one that stands for itself and for what is about it. */
    private JsonObject article() {
        if (article == null) {
            article = written();
        }
        return article;
    }

    /** The author's own. */
    private String comment() {
        var draft =
                new JsonObject().put("body", "Answer").put("replyTo", article().getString("id"));
        return asAuthor.post("/v1/posts", draft).expect(201).json().getString("id");
    }

    private String note() {
        return asAuthor.post("/v1/posts", new JsonObject().put("body", "Words"))
                .expect(201)
                .json()
                .getString("id");
    }

    private String series() {
        return asAuthor.post("/v1/series", new JsonObject().put("title", "In order"))
                .expect(201)
                .json()
                .getString("id");
    }

    private String reply() {
        var draft =
                new JsonObject().put("body", "Answer").put("replyTo", written().getString("id"));
        return account(Client.name(), "author")
                .post("/v1/posts", draft)
                .expect(201)
                .json()
                .getString("id");
    }

    private String requester() {
        asAuthor.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        var name = Client.name();
        account(name, "author").put("/v1/accounts/" + author + "/follow", null).expect(202);
        return name;
    }

    /** Of the author, by somebody else. */
    private String report() {
        account(Client.name(), "author")
                .post("/v1/accounts/" + author + "/reports", new JsonObject().put("category", "spam"))
                .expect(202);
        return idOf("report");
    }

    /** What stands for a name in the table; the same whenever it is asked for again. */
    String thing(String name) {
        var maker = things.get(name);
        if (maker == null) {
            throw new AssertionError("Nothing on the stage is called " + name);
        }
        var known = made.get(name);
        var thing = known == null ? maker.get() : known;
        made.put(name, thing);
        return thing;
    }

    /** The one who asks, at a client of an API. */
    public Client asked(Contract contract) {
        return new Client(server.url(), contract, asActor.token());
    }
}
