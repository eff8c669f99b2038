package broadside.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of searches for what stands in texts: the usual, and the worst. */
final class SearchQueries {
    private static final int LONGEST = 1_000;

    private final List<Text> texts;
    private final Random random = new Random(1);

    SearchQueries(List<Text> texts) {
        this.texts = texts;
    }

    /** One of twelve kinds; words come as often as they are written. */
    String usual(int number) {
        return switch (number % 12) {
            case 0, 1 -> posts(word());
            case 2 -> posts(word() + " " + word());
            case 3 -> posts(pair());
            case 4 -> posts("\"" + pair() + "\"");
            case 5 -> posts(word() + " or " + word());
            case 6 -> posts(word() + " -" + word());
            case 7 -> posts(han(1));
            case 8 -> posts(han(2 + random.nextInt(3)));
            case 9 -> posts(word()) + "&language=en&kind=note";
            case 10 -> posts(word()) + "&author=writer" + (1 + random.nextInt(SeededPosts.AUTHORS));
            default ->
                random.nextBoolean()
                        ? "/v1/search/accounts?q=" + Integer.toHexString(random.nextInt(256, 65_536))
                        : "/v1/search/tags?q=tag" + random.nextInt(50);
        };
    }

    /** By what makes each hard. */
    Map<String, String> worst() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("a very frequent word", posts("de"));
        queries.put("a page of 100 of one", posts("the") + "&limit=100");
        queries.put("two that never meet", posts("the der"));
        queries.put("frequent, one author", posts("de") + "&author=writer77");
        queries.put("frequent, one tag", posts("de") + "&tag=tag7");
        queries.put("frequent, long ago", posts("de") + "&until=2000-01-01T00:00:00Z");
        queries.put("one Han letter", posts("的"));
        queries.put("one rare Han letter", posts("瘦"));
        queries.put("only a minus", posts("-de"));
        queries.put("many minuses", posts("-de -the -a -i -e -der -и -o -se -na"));
        queries.put("200 words", posts(many(this::word, " ")));
        queries.put("200 words, any of them", posts(many(this::word, " or ")));
        queries.put("phrases, any of them", posts(many(() -> '"' + pair() + '"', " or ")));
        queries.put("quoted stop words", posts("\"to be or not to be\""));
        queries.put("quoted, nowhere", posts("\"the of and in\""));
        queries.put("people by one letter", "/v1/search/accounts?q=w");
        queries.put("people by a typo", "/v1/search/accounts?q=wirter123");
        queries.put("tags by one letter", "/v1/search/tags?q=t&limit=100");
        return queries;
    }

    static String posts(String typed) {
        return "/v1/search/posts?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static String many(Supplier<String> one, String between) {
        var all = Stream.generate(one).limit(200).collect(Collectors.joining(between));
        return all.substring(0, Math.min(all.length(), LONGEST));
    }

    private String word() {
        var words = some(Text::words, 1, List.of("life"));
        return words.get(random.nextInt(words.size()));
    }

    private String pair() {
        var words = some(Text::words, 2, List.of("my", "life"));
        int at = random.nextInt(words.size() - 1);
        return words.get(at) + " " + words.get(at + 1);
    }

    private String han(int length) {
        var letters = some(
                text -> text.han().codePoints().mapToObj(Character::toString).toList(),
                length + 1,
                List.of("人", "工", "智", "能", "系", "统"));
        int at = random.nextInt(letters.size() - length);
        return String.join("", letters.subList(at, at + length));
    }

    /** What a text has, from one picked at random on the first that has enough. */
    private List<String> some(Function<Text, List<String>> parts, int least, List<String> otherwise) {
        return texts.stream()
                .skip(random.nextInt(texts.size()))
                .map(parts)
                .filter(found -> found.size() >= least)
                .findFirst()
                .orElse(otherwise);
    }
}
