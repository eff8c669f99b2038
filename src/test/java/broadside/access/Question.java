package broadside.access;

import broadside.contract.Operation;
import broadside.dialect.microblog.Microblog;
import broadside.dialect.realworld.RealWorld;
import broadside.post.PublicPosts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation that only reads, asked about the people and posts of a world.
 *
 * @param parameters names of the query parameters it knows
 */
record Question(Operation operation, Set<String> parameters) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    /** What somebody goes to on purpose is shown to her though she has muted its author. */
    private static final Pattern ON_PURPOSE = Pattern.compile(
            "/v1/(posts/\\{id}(/thread)?|articles/\\{slug}|series/.*|accounts/\\{username}.*|me/(posts|blocks|mutes|bookmarks|likes|relationships).*)"
                    + "|/realworld/api/(articles/\\{slug}|profiles/.*|user)"
                    + "|/microblog/api/(users/.*|posts/\\{id}|me.*)");

    /** Of these a list takes one at a time. */
    private static final List<String> FILTERS = List.of("tag", "author", "favorited");

    /** Whether it matters who asks. */
    boolean heedsItsViewer() {
        return !operation.definition().getJsonArray("security").isEmpty();
    }

    /** Whether a path of it leads to what many people wrote. */
    boolean isList(String path) {
        return !ON_PURPOSE.matcher(operation.path()).matches()
                && !path.contains("author=")
                && !path.contains("favorited=");
    }

    /** Whether this may lead its viewer to it: the dialects show what is published only, and of that what they have a word for. */
    boolean shows(@Nullable Person viewer, Writing writing) {
        if (operation.path().startsWith(RealWorld.PREFIX)) {
            var isComment = writing.parent != null && writing.parent.isArticle();
            return Oracle.reads(viewer, writing) && (writing.isArticle() || isComment);
        } else if (operation.path().startsWith(Microblog.PREFIX)) {
            return Oracle.reads(viewer, writing) && writing.isNote();
        }
        return Oracle.sees(viewer, writing);
    }

    /** Where one still comes upon whom one has blocked: one's own list of them, and when one asks by name. */
    boolean isOwnBlocks() {
        return operation.path().equals("/v1/me/blocks") || operation.path().equals("/v1/me/relationships");
    }

    /** A path for everything in the world that its variables may stand for. */
    List<String> paths(World world, Random random) {
        var paths = List.of(operation.path());
        for (var variable : variables()) {
            paths = paths.stream()
                    .flatMap(path -> things(world, variable)
                            .map(thing -> path.replace(
                                    "{" + variable + "}", URLEncoder.encode(thing, StandardCharsets.UTF_8))))
                    .toList();
        }
        return paths.stream().map(path -> path + query(world, random)).toList();
    }

    private List<String> variables() {
        return VARIABLE.matcher(operation.path())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private Stream<String> things(World world, String variable) {
        return switch (variable) {
            case "username" -> world.people.stream().map(person -> person.name);
            case "id" ->
                isOfAccounts()
                        ? world.people.stream().map(person -> person.id)
                        : world.writings.stream().map(writing -> writing.id);
            case "user" -> world.people.stream().flatMap(person -> Stream.of(person.name, person.id));
            case "slug" -> world.writings.stream().filter(Writing::isArticle).map(writing -> writing.slug);
            case "series" -> world.series.stream();
            case "tag" -> Stream.of(world.tag);
            case "number" -> Stream.of("1");
            case "part" ->
                world.writings.stream().map(writing -> part(writing.id)).distinct();
            case "provider" -> Stream.of("github");
            case "format" -> Stream.of("atom", "rss", "json");
            default -> throw new AssertionError("Nobody knows what {" + variable + "} stands for in " + operation);
        };
    }

    private boolean isOfAccounts() {
        return operation.path().matches("/microblog/api/(users|me/following)/.*");
    }

    private static String part(String id) {
        return Long.toString(Long.parseLong(id) / PublicPosts.IN_PART + 1);
    }

    private String query(World world, Random random) {
        var query = new ArrayList<String>();
        if (parameters.contains("limit")) {
            query.add("limit=40");
        }
        if (parameters.contains("replies") && random.nextBoolean()) {
            query.add("replies=true");
        }
        var someone = world.people.get(random.nextInt(world.people.size())).name;
        FILTERS.stream()
                .filter(parameters::contains)
                .skip(random.nextInt(FILTERS.size()))
                .findFirst()
                .ifPresent(filter -> query.add(filter + "=" + (filter.equals("tag") ? world.tag : someone)));
        var searched = Map.of("q", world.tag, "username", names(world), "resource", "acct:" + someone + "@localhost");
        searched.forEach((name, value) -> {
            if (parameters.contains(name)) {
                query.add(name + "=" + value);
            }
        });
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private static String names(World world) {
        return String.join(",", world.people.stream().map(person -> person.name).toList());
    }
}
