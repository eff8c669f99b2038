package broadside.tag;

import broadside.kit.json.JsonWriter;

/** A tag, and how many used it of late, and how often. */
record PopularTag(String name, long accounts, long posts) {
    void write(JsonWriter json) {
        json.text("name", name)
                .object("counts", counts -> counts.number("accounts", accounts).number("posts", posts));
    }
}
