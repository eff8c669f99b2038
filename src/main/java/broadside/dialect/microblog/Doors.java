package broadside.dialect.microblog;

import broadside.follow.Follows;
import broadside.kit.db.Reads;
import broadside.kit.http.RateLimits;
import broadside.post.Notes;
import broadside.session.IdentityChanges;
import broadside.session.PasswordChanges;
import broadside.session.PasswordProof;
import broadside.session.ProviderSignIns;
import broadside.session.Registrations;
import broadside.session.TokenPairs;
import java.time.Clock;

/**
 * What of the house this API is made of.
 *
 * @param lists for what counts and sorts, and may take longer than other reads
 */
public record Doors(
        Registrations registrations,
        TokenPairs pairs,
        IdentityChanges identities,
        PasswordProof proof,
        PasswordChanges passwords,
        ProviderSignIns signIns,
        Follows follows,
        Notes notes,
        Reads reads,
        Reads lists,
        RateLimits limits,
        Cookies cookies,
        Providers providers,
        Clock clock) {}
