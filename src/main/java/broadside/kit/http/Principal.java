package broadside.kit.http;

import java.util.Set;

/** Who makes a request, as far as HTTP needs to know. */
public interface Principal {
    /** The account's id, which rate limits and idempotency keys are kept by. */
    long id();

    /** What the token covers: {@code read}, {@code write}, {@code session}. */
    Set<String> scopes();
}
