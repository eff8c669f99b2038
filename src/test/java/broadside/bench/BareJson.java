package broadside.bench;

import broadside.account.Avatar;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Rows of the program's statements as JSON of the program's shapes, by hand. */
final class BareJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int PAGE = 20;

    private BareJson() {}

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    private static Buffer object(Members members) {
        var bytes = new ByteArrayOutputStream(1_024);
        try (var json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    static Buffer one(RowSet<Row> rows) {
        return object(json -> post(json, rows.iterator().next()));
    }

    static Buffer created(RowSet<Row> rows, JsonObject draft) {
        var row = rows.iterator().next();
        return object(json -> {
            json.writeStringField("id", Long.toString(row.getLong("id")));
            json.writeStringField("body", draft.getString("body"));
            json.writeStringField("language", draft.getString("language"));
            time(json, "publishedAt", row, "published_at");
        });
    }

    static Buffer page(RowSet<Row> rows) {
        return list(rows, BareJson::post);
    }

    static Buffer home(RowSet<Row> rows) {
        return list(rows, (json, row) -> {
            time(json, "at", row, "entry_at");
            json.writeObjectFieldStart("post");
            post(json, row);
            json.writeEndObject();
        });
    }

    static Buffer account(RowSet<Row> rows) {
        return object(json -> {
            var row = rows.iterator().next();
            author(json, row, "id");
            text(json, "bio", row, "bio");
            text(json, "bioHtml", row, "bio_html");
            time(json, "createdAt", row, "created_at");
            time(json, "lastSeenAt", row, "last_seen_at");
            json.writeObjectFieldStart("counts");
            json.writeNumberField("posts", row.getLong("posts"));
            json.writeNumberField("followers", row.getLong("followers"));
            json.writeNumberField("following", row.getLong("following"));
            json.writeEndObject();
        });
    }

    private interface Item {
        void write(JsonGenerator json, Row row) throws IOException;
    }

    private static Buffer list(RowSet<Row> rows, Item item) {
        return object(json -> {
            json.writeArrayFieldStart("data");
            int left = PAGE;
            for (var row : rows) {
                if (left-- > 0) {
                    json.writeStartObject();
                    item.write(json, row);
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeBooleanField("more", rows.size() > PAGE);
        });
    }

    private static void post(JsonGenerator json, Row row) throws IOException {
        json.writeStringField("id", Long.toString(row.getLong("id")));
        json.writeObjectFieldStart("author");
        author(json, row, "author_id");
        json.writeEndObject();
        json.writeStringField("kind", row.getString("title") == null ? "note" : "article");
        for (var column :
                new String[] {"title", "slug", "summary", "html", "excerpt", "language", "status", "visibility"}) {
            text(json, column, row, column);
        }
        text(json, "coverUrl", row, "cover_url");
        json.writeArrayFieldStart("tags");
        for (var tag : row.getArrayOfStrings("tags")) {
            json.writeString(tag);
        }
        json.writeEndArray();
        time(json, "publishAt", row, "publish_at");
        time(json, "publishedAt", row, "published_at");
        time(json, "createdAt", row, "created_at");
        time(json, "updatedAt", row, "updated_at");
        json.writeNumberField("readingMinutes", row.getInteger("reading_minutes"));
        var parent = row.getLong("parent_id");
        string(json, "replyTo", parent == null ? null : parent.toString());
        text(json, "repliesFrom", row, "replies_from");
        json.writeObjectFieldStart("counts");
        json.writeNumberField("replies", row.getLong("replies"));
        json.writeNumberField("likes", row.getLong("likes"));
        json.writeNumberField("reposts", row.getLong("reposts"));
        json.writeEndObject();
    }

    private static void author(JsonGenerator json, Row row, String id) throws IOException {
        json.writeStringField("id", Long.toString(row.getLong(id)));
        text(json, "username", row, "username");
        text(json, "displayName", row, "display_name");
        json.writeStringField("avatarUrl", Avatar.url(row.getString("avatar_url"), row.getString("email")));
    }

    private static void text(JsonGenerator json, String name, Row row, String column) throws IOException {
        string(json, name, row.getString(column));
    }

    private static void time(JsonGenerator json, String name, Row row, String column) throws IOException {
        var time = row.getOffsetDateTime(column);
        string(json, name, time == null ? null : DateTimeFormatter.ISO_INSTANT.format(time));
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
