package broadside.cli.posts;

import broadside.cli.intake.Moment;
import broadside.kit.text.WebAddress;
import broadside.kit.text.WellFormed;
import broadside.post.FormerPost;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what front matter means in the members of our API: it knows their names and those that Jekyll and Hugo have. */
final class MarkdownMembers {
    private final Map<String, @Nullable Object> front;
    private final Set<String> known = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final JsonObject members = new JsonObject();

    private MarkdownMembers(FrontMatter file) {
        this.front = new LinkedHashMap<>(file.members());
    }

    /**
     * What was understood.
     *
     * @param unknown names in the front matter that mean nothing here
     */
    record Understood(JsonObject members, List<String> faults, List<String> changes, Set<String> unknown) {}

    static Understood of(FrontMatter file, FileName name, Instant now) {
        var reading = new MarkdownMembers(file);
        reading.write(file.body(), name, now);
        var unknown = new TreeSet<>(reading.front.keySet());
        unknown.removeAll(reading.known);
        return new Understood(reading.members, reading.faults, reading.changes, unknown);
    }

    private void write(String body, FileName name, Instant now) {
        put("body", body);
        put("title", title(body));
        if (members.containsKey("title")) {
            put("slug", slug(name));
        }
        put("id", text("id"));
        put("author", name(first("author", "authors")));
        put("summary", text("summary", "description", "excerpt"));
        put("language", language());
        put("coverUrl", cover());
        put("tags", tags());
        for (var same : List.of("visibility", "repliesFrom", "replyTo", "replyHiddenBy")) {
            put(same, text(same));
        }
        time("hiddenAt", "hiddenAt");
        time("updatedAt", "updatedAt", "lastmod", "updated", "last_modified_at", "modified");
        time("createdAt", "createdAt");
        time("publishAt", "publishAt");
        publish(name, now);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** The value of the first of these names that has one. */
    private @Nullable Object first(String... names) {
        known.addAll(List.of(names));
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(front.get(name)))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String text(String... names) {
        var value = first(names);
        if (value instanceof List || value instanceof Map) {
            faults.add(given(names) + ": It must be a text");
            return null;
        }
        var text = value == null ? "" : value.toString();
        return text.isEmpty() ? null : text;
    }

    /** The name by which one of these is there. */
    private String given(String... names) {
        return Stream.of(names)
                .filter(name -> front.get(name) != null)
                .findFirst()
                .orElse(names[0]);
    }

    /** Of a person: her name, or the first one's. */
    private static @Nullable Object name(@Nullable Object value) {
        var one = value instanceof List<?> people ? (people.isEmpty() ? null : people.get(0)) : value;
        var text = one instanceof Map<?, ?> person
                ? person.get(person.containsKey("username") ? "username" : "name")
                : one;
        return text == null ? null : text.toString();
    }

    private @Nullable String title(String body) {
        var title = text("title");
        int length = WellFormed.codePoints(body);
        if (title != null || length <= FormerPost.LONGEST_NOTE || length > FormerPost.LONGEST) {
            return title;
        }
        changes.add("is too long for a note, is an article with its beginning as title");
        return FormerPost.title(body);
    }

    /** The last part of an address, or of the name of the file. */
    private @Nullable String slug(FileName name) {
        var given = text("slug", "permalink", "url");
        if (given == null) {
            return name.slug();
        }
        var path = given.replaceFirst("[?#].*", "").replaceFirst("/+$", "").replaceFirst("\\.html?$", "");
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() || last.startsWith(":") ? name.slug() : last;
    }

    private @Nullable String language() {
        var language = text("language", "lang");
        return language == null ? null : language.replace('_', '-');
    }

    private @Nullable String cover() {
        var value = first("coverUrl", "cover", "image");
        var address = value instanceof Map<?, ?> picture
                ? Stream.of("url", "image", "src", "path")
                        .flatMap(name -> Stream.<Object>ofNullable(picture.get(name)))
                        .findFirst()
                        .orElse(null)
                : value;
        if (address == null || address.toString().isEmpty()) {
            return null;
        }
        if (WebAddress.valid(address.toString())) {
            return address.toString();
        }
        changes.add("had a cover that is no web address, has none");
        return null;
    }

    private @Nullable JsonArray tags() {
        var tags = new ArrayList<String>();
        for (var name : List.of("tags", "categories", "category")) {
            if (first(name) instanceof List<?> list) {
                list.stream().flatMap(tag -> Stream.<Object>ofNullable(tag)).forEach(tag -> tag(name, tag, tags));
            } else {
                Stream.ofNullable(text(name))
                        .flatMap(text -> Stream.of(text.split(",")))
                        .forEach(tag -> tag(name, tag, tags));
            }
        }
        if (tags.size() > FormerPost.MOST_TAGS) {
            changes.add("had " + tags.size() + " tags, has the first " + FormerPost.MOST_TAGS);
        }
        return tags.isEmpty()
                ? null
                : new JsonArray(tags.stream().limit(FormerPost.MOST_TAGS).toList());
    }

    private void tag(String name, Object value, List<String> tags) {
        if (value instanceof List || value instanceof Map) {
            faults.add(name + ": It must be a list of texts");
            return;
        }
        var tag = value.toString().strip();
        if (!tag.isEmpty() && !tags.contains(tag)) {
            tags.add(tag);
        }
    }

    private void time(String name, String... names) {
        var time = moment(names);
        put(name, time == null ? null : time.toString());
    }

    private @Nullable Instant moment(String... names) {
        var text = text(names);
        if (text == null) {
            return null;
        }
        var time = Moment.parse(text);
        if (time.isEmpty()) {
            faults.add(given(names) + ": It must be a time, such as 2030-01-31 08:00:00 +0100");
        }
        return time.orElse(null);
    }

    /** Whoever makes pages of files waits for a date that is to come, and so do we. */
    private void publish(FileName name, Instant now) {
        var date = moment("publishedAt", "date", "publishDate", "published_at");
        var at = date == null ? name.date() : date;
        var status = status(name, at != null && at.isAfter(now));
        put("status", status);
        if (at == null) {
            return;
        }
        if (status.equals("scheduled")) {
            members.put("publishAt", members.getString("publishAt", at.toString()));
        } else if (status.equals("published") || front.containsKey("publishedAt")) {
            members.put("publishedAt", at.toString());
        } else if (!at.isAfter(now) && !members.containsKey("createdAt")) {
            members.put("createdAt", at.toString());
        }
    }

    private String status(FileName name, boolean toCome) {
        var status = text("status");
        boolean draft = flag("draft", false) || !flag("published", true) || name.isDraft();
        if (status != null) {
            return status;
        }
        return draft ? "draft" : toCome ? "scheduled" : "published";
    }

    private boolean flag(String name, boolean usual) {
        var text = text(name);
        return switch (text == null ? "" : text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            case "" -> usual;
            default -> {
                faults.add(name + ": It must be true or false");
                yield usual;
            }
        };
    }
}
