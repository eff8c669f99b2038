package broadside.follow;

import broadside.kit.json.JsonWriter;

/** What the viewer and somebody else have to do with each other. */
record Relationship(
        String username,
        boolean following,
        boolean followedBy,
        boolean requested,
        boolean requestedBy,
        boolean blocking,
        boolean muting) {
    void write(JsonWriter json) {
        json.text("username", username)
                .flag("following", following)
                .flag("followedBy", followedBy)
                .flag("requested", requested)
                .flag("requestedBy", requestedBy)
                .flag("blocking", blocking)
                .flag("muting", muting);
    }
}
