package broadside.dialect.realworld;

import broadside.follow.Follows;
import broadside.kit.db.Reads;
import broadside.post.Writing;
import broadside.reaction.Reactions;
import broadside.session.IdentityChanges;
import broadside.session.Registrations;
import broadside.session.Sessions;

/** The doors of rooms that this dialect goes through, and the way its queries go. */
public record Doors(
        Reads reads,
        Registrations registrations,
        Sessions sessions,
        IdentityChanges identities,
        Follows follows,
        Writing writing,
        Reactions reactions) {}
