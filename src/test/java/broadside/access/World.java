package broadside.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A few people who write, follow, block and mute at random, over HTTP; what they did is noted for the oracle. */
final class World {
    private static final int PEOPLE = 5;
    private static final int STEPS = 34;
    private static final List<String> VISIBILITIES =
            List.of("public", "public", "public", "followers", "followers", "private");

    final List<Person> people;
    final List<Writing> writings = new ArrayList<>();
    final List<String> series = new ArrayList<>();
    final String tag;
    private final Server server;
    private final Random random;
    private final String name;

    World(Server server, Random random) {
        this.server = server;
        this.random = random;
        name = Client.name();
        tag = "tag" + name;
        var clients = Guests.named(server, name, PEOPLE);
        var ids = ids();
        people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Person(name + (number + 1), ids[number], clients.get(number)))
                .toList();
        IntStream.range(0, STEPS).forEach(step -> step());
        people.forEach(this::arrange);
        if (random.nextInt(4) == 0) {
            suspend(any(people));
        }
        if (random.nextInt(3) == 0) {
            present().ifPresent(this::hide);
        }
    }

    private String[] ids() {
        return String.valueOf(server.sql().ask("""
                select string_agg(id::text, ',' order by username) from account where username like '%s_'
                """.formatted(name))).split(",");
    }

    /** Puts somebody's articles, drafts among them, in some order. */
    private void arrange(Person person) {
        var articles = writings.stream()
                .filter(writing -> writing.author == person && !writing.deleted && writing.isArticle())
                .map(writing -> writing.id)
                .collect(java.util.stream.Collectors.toList());
        java.util.Collections.shuffle(articles, random);
        var begun = person.client
                .post("/v1/series", new JsonObject().put("title", "In order"))
                .expect(201);
        var id = begun.json().getString("id");
        person.client
                .put(
                        "/v1/series/" + id + "/posts",
                        new JsonObject().put("posts", new JsonArray(articles)),
                        "If-Match",
                        begun.etag())
                .expect(200);
        series.add(id);
    }

    /** As moderators do. */
    private void hide(Writing writing) {
        server.sql().execute("update post set hidden_at = now() where id = " + writing.id);
        writing.hidden = true;
    }

    private void step() {
        switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> write(null);
            case 4 -> reply();
            case 5, 6, 7 -> follow(any(people), any(people));
            case 8 -> block(any(people), any(people));
            case 9 -> mute(any(people), any(people));
            case 10 -> react();
            case 11 -> change();
            case 12 -> delete();
            case 13 -> lock(any(people));
            case 14, 15 -> answer(any(people), any(people));
            case 16 -> unfollow(any(people), any(people));
            default -> hideReply();
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void write(@Nullable Writing parent) {
        var writing = new Writing("w" + name + "x" + writings.size() + "z", any(people), parent);
        writing.visibility = any(VISIBILITIES);
        writing.status = parent == null && random.nextInt(6) == 0 ? "draft" : "published";
        var mentioned = any(people);
        var draft = new JsonObject()
                .put("body", writing.word + " for @" + mentioned.name + " #" + tag)
                .put("language", "en")
                .put("status", writing.status)
                .put("visibility", writing.visibility);
        if (parent != null) {
            draft.put("replyTo", parent.id);
        } else if (random.nextInt(3) == 0) {
            draft.put("title", "About " + writing.word).put("tags", new JsonArray().add(tag));
        }
        var answer = writing.author.client.post("/v1/posts", draft);
        if (parent != null && answer.status() != 201) {
            return;
        }
        writing.id = answer.expect(201).json().getString("id");
        // A reply is for no more people than what it answers.
        writing.visibility = answer.json().getString("visibility");
        writing.slug = String.valueOf(answer.json().getString("slug"));
        writings.add(writing);
    }

    private void reply() {
        present().ifPresentOrElse(this::write, () -> write(null));
    }

    private java.util.Optional<Writing> present() {
        var there = writings.stream().filter(writing -> !writing.deleted).toList();
        return there.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(any(there));
    }

    private void follow(Person one, Person other) {
        if (one == other) {
            return;
        }
        var expected = Oracle.asksOnly(one, other) ? 202 : 204;
        var status = put(one, other, "follow").status();
        if (status != 404) {
            assertEquals(expected, status, () -> one + " follows " + other + "\n" + this);
            (status == 202 ? one.asks : one.follows).add(other);
        }
    }

    private void unfollow(Person one, Person other) {
        if (one != other
                && one.client.delete("/v1/accounts/" + other.name + "/follow").status() == 204) {
            one.follows.remove(other);
            one.asks.remove(other);
        }
    }

    /** Or unlocks, where nobody waits who would be accepted in the background. */
    private void lock(Person person) {
        if (person.locked && people.stream().anyMatch(asker -> asker.asks.contains(person))) {
            return;
        }
        person.locked = !person.locked;
        person.client
                .patch("/v1/me", new JsonObject().put("locked", person.locked))
                .expect(200);
    }

    /** Takes or turns down somebody who asks, or does not. */
    private void answer(Person one, Person asker) {
        if (one == asker) {
            return;
        }
        var accepts = random.nextInt(3) > 0;
        var path = "/v1/me/" + (accepts ? "followers/" : "follow-requests/") + asker.name;
        var status =
                one.client.unchecked(accepts ? "PUT" : "DELETE", path, null).status();
        var asked = asker.asks.remove(one);
        assertEquals(
                Oracle.answers(one, asker, accepts, asked),
                status,
                () -> one + " is asked by " + asker + ": " + path + "\n" + this);
        if (accepts && asked) {
            asker.follows.add(one);
        }
    }

    private void block(Person one, Person other) {
        if (one != other && put(one, other, "block").status() == 204) {
            one.blocks.add(other);
            one.follows.remove(other);
            other.follows.remove(one);
            one.asks.remove(other);
            other.asks.remove(one);
        }
    }

    private void mute(Person one, Person other) {
        if (one != other && put(one, other, "mute").status() == 204) {
            one.mutes.add(other);
        }
    }

    private static Reply put(Person one, Person other, String what) {
        return one.client.put("/v1/accounts/" + other.name + "/" + what, null);
    }

    /** Whatever somebody may do with a post, where that is possible. */
    private void react() {
        present().ifPresent(writing -> {
            for (var what : List.of("like", "bookmark", "repost")) {
                any(people).client.put("/v1/posts/" + writing.id + "/" + what, null);
            }
        });
    }

    private void change() {
        present().ifPresent(writing -> {
            var visibility = any(VISIBILITIES);
            var answer = writing.author.client.patch(
                    "/v1/posts/" + writing.id, new JsonObject().put("visibility", visibility), "If-Match", "*");
            if (answer.status() == 200) {
                writing.visibility = answer.json().getString("visibility");
            }
        });
    }

    private void delete() {
        present().ifPresent(writing -> {
            writing.author
                    .client
                    .delete("/v1/posts/" + writing.id, "If-Match", "*")
                    .expect(204);
            writing.deleted = true;
        });
    }

    /** The author of a post hides somebody's reply under it. */
    private void hideReply() {
        present().filter(writing -> writing.parent != null).ifPresent(reply -> {
            var owner = java.util.Objects.requireNonNull(reply.parent).author;
            if (owner.client.put("/v1/posts/" + reply.id + "/hidden", null).status() == 204) {
                reply.hiddenBy = owner;
            }
        });
    }

    private void suspend(Person person) {
        server.sql().execute("update account set suspended_at = now() where username = '" + person.name + "'");
        person.suspended = true;
    }

    /** Words, whole addresses and names that this viewer may not come upon. */
    Set<String> secretsFrom(@Nullable Person viewer, Question question, String path) {
        var inLists = question.isList(path);
        var words = writings.stream()
                .filter(writing ->
                        !question.shows(viewer, writing) || (inLists && !Oracle.hears(viewer, writing.author)))
                .flatMap(Writing::traces);
        var names =
                people.stream().filter(person -> !Oracle.sees(viewer, person)).map(person -> person.name);
        return Stream.concat(words, names).collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public String toString() {
        var told = new StringBuilder();
        people.forEach(person -> told.append(person)
                .append(person.suspended ? " is suspended," : "")
                .append(" follows ")
                .append(person.follows)
                .append(person.locked ? " is locked," : "")
                .append(" asks ")
                .append(person.asks)
                .append(", blocks ")
                .append(person.blocks)
                .append(", mutes ")
                .append(person.mutes)
                .append('\n'));
        writings.forEach(writing -> told.append(writing)
                .append(' ')
                .append(writing.id)
                .append(' ')
                .append(writing.status)
                .append(' ')
                .append(writing.visibility)
                .append(writing.deleted ? " deleted" : "")
                .append(writing.hidden ? " hidden" : "")
                .append(writing.parent == null ? "" : " under " + writing.parent.word)
                .append('\n'));
        return told.toString();
    }
}
