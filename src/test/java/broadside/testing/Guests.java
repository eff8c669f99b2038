package broadside.testing;

import java.util.List;
import java.util.stream.IntStream;

/** Many accounts with a token each, made in SQL: to hash a password for each of a thousand would take minutes. */
public final class Guests {
    private Guests() {}

    /** Clients of so many new accounts. */
    public static List<Client> of(Server server, int count) {
        return named(server, Client.name(), count);
    }

    /** The same; their usernames are this one and a number from 1 on. */
    public static List<Client> named(Server server, String name, int count) {
        server.sql().execute("""
                with made as (
                  insert into account (username, username_key, email, email_key, created_at, updated_at)
                  select '%1$s' || n, '%1$s' || n, '%1$s' || n || '@example.com', '%1$s' || n || '@example.com', now(), now()
                  from generate_series(1, %2$d) n returning id, username),
                named as (insert into account_name (name_key, account_id) select username, id from made),
                counted as (insert into account_stat (account_id) select id from made)
                insert into personal_token (account_id, name, hash, scopes, created_at)
                select id, 'test', sha256(convert_to('bsp_' || rpad(username, 43, 'x'), 'UTF8')), '{read,write}', now() from made
                """.formatted(name, count));
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> server.client().with(token(name + number)))
                .toList();
    }

    private static String token(String username) {
        return "bsp_" + username + "x".repeat(43 - username.length());
    }
}
