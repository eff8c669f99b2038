package broadside.search;

import static broadside.search.Library.anybody;
import static broadside.search.Library.found;
import static broadside.search.Library.note;
import static broadside.search.Library.word;
import static broadside.search.Library.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words find which posts. */
class WordsTest {
    private final Client author = anybody().register();
    private final String word = word();

    @ParameterizedTest
    @CsvSource({
        "en, The engines were running, engine run",
        "en, The engines were running, RUNNING ENGINE",
        "de, Die Häuser am Fluß, haus fluss",
        "de, Die Häuser am Fluß, hauser",
        "fr, Les cafés étaient fermés, cafe ferme",
        "fr, L'été dernier, ete",
        "es, Las canciones nuevas, canción nueva",
        "pt, As ações do governo, acoes",
        "it, Le città italiane, citta italiana",
        "ru, Новые книги о ёлках, новая книга елка",
        "cs, Příliš žluťoučký kůň, prilis zlutoucky kun",
        "pl, Zażółć gęślą jaźń, zazolc gesla jazn",
        "sk, Ľudia a šťastie, ludia stastie",
        "el, Οι γάτες κοιμούνται, γατες",
        "tr, Kitapların kapakları, kitaplarin",
        "sv, Flickorna läste böckerna, flicka bockerna",
        "hi, किताबें पढ़ना, किताबें",
        "ar, الكتب الجديدة, الكتب",
        "uk, Нові книжки, нові",
        "vi, Tiếng Việt, tieng viet",
        "zh, 我们研究人工智能系统, 人工智能",
        "zh, 我们研究人工智能系统, 智",
        "zh, 我们研究人工智能系统, 统",
        "zh, 全角ＡＢＣ与iPhone手机, abc 手机",
        "zh, 全角ＡＢＣ与iPhone手机, iPhone手机",
        "ja, 東京タワーに行きました, タワー",
        "ja, 東京タワーに行きました, 行",
        "ja, ﾊﾝｶｸｶﾅ, ハンカク",
        "ko, 한국어를 배웁니다, 한국어",
        "ko, 한국어를 배웁니다, 배",
        "th, ฉันรักภาษาไทย, ภาษา",
        "th, ฉันรักภาษาไทย, ไทย",
        "my, မြန်မာဘာသာ, ဘာသာ",
        "km, ភាសាខ្មែរ, ខ្មែរ",
        "en, Version 3.14 of covid-19, 3.14",
        "en, Version 3.14 of covid-19, covid-19",
        "en, write to me@example.com today, example.com",
        "en, either/or, or-",
        "en, “Curly” quotes—and dashes…, curly dashes",
        "en, fire🔥works, fire works",
        "en, to be or not to be, \"not to be\"",
        "en, don’t panic, don't",
        "en, fool`code`proof, foolcodeproof",
        "en, 5 < 6 &amp; 7 > 6 \"said\" he, 6 7 said"
    })
    void areFound(String language, String text, String typed) {
        var post = write(author, note(word + " " + text, language));
        write(author, note(word, language));
        assertEquals(List.of(post), found(anybody(), word + " " + typed));
        assertEquals(List.of(post), found(anybody(), word + " " + typed, "language", language));
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 我们研究人工智能系统, 能人",
        "zh, 研究人工 智能系统, 人工智能",
        "ja, 東京都に住む, 京東",
        "en, The engines were running, \"engines running\"",
        "en, The engines were running, engines -running",
        "en, The engines were running, engines -\"were running\"",
        "zh, 我们研究人工智能系统, 研究 -人工智能",
        "zh, 全角与iPhone手机, 全角 -iPhone手机"
    })
    void areNotFound(String language, String text, String typed) {
        write(author, note(word + " " + text, language));
        assertEquals(List.of(), found(anybody(), word + " " + typed));
    }

    @Test
    void oneOrTheOther() {
        var cat = write(author, word + " cat");
        var dog = write(author, word + " dog");
        write(author, word + " bird");
        assertEquals(List.of(dog, cat), found(anybody(), word + " cat or " + word + " dog"));
        assertEquals(List.of(dog, cat), found(anybody(), "\"" + word + " cat\" OR \"" + word + " dog\""));
    }

    @Test
    void titleSummaryAndTagsAreFoundTooAndATitleWeighsMore() {
        var body = write(author, new JsonObject().put("title", "Other").put("body", word));
        var tag = write(author, Library.tagged("Nothing", word));
        var summary = write(
                author, new JsonObject().put("title", "x").put("body", "y").put("summary", "z " + word));
        var title = write(author, new JsonObject().put("title", word).put("body", "Nothing"));
        var found = found(anybody(), word);
        assertEquals(title, found.get(0));
        assertEquals(body, found.get(3));
        assertEquals(
                List.of(summary, tag).stream().sorted().toList(),
                found.subList(1, 3).stream().sorted().toList());
    }

    @Test
    void whatWasEditedIsFoundAsItIsNow() {
        var other = word();
        var post = author.post("/v1/posts", new JsonObject().put("body", word)).expect(201);
        var id = post.json().getString("id");
        var edited = author.patch("/v1/posts/" + id, new JsonObject().put("body", other), "If-Match", post.etag())
                .expect(200);
        assertEquals(List.of(), found(anybody(), word));
        assertEquals(List.of(id), found(anybody(), other));
        var draft = author.patch("/v1/posts/" + id, new JsonObject().put("status", "draft"), "If-Match", edited.etag())
                .expect(200);
        assertEquals(List.of(), found(author, other));
        author.patch("/v1/posts/" + id, new JsonObject().put("status", "published"), "If-Match", draft.etag())
                .expect(200);
        assertEquals(List.of(id), found(anybody(), other));
        var now = author.get("/v1/posts/" + id).etag();
        author.delete("/v1/posts/" + id, "If-Match", now).expect(204);
        assertEquals(List.of(), found(anybody(), other));
    }

    @Test
    void filtersAreThoseOfLists() {
        var tag = "tag" + word;
        var german = write(author, note(word + " #" + tag, "de-AT"));
        var article = write(
                author, new JsonObject().put("title", word).put("body", "x").put("language", "en"));
        var other = write(anybody().register(), note(word, "de"));
        var name = author.get("/v1/me").expect(200).json().getString("username");
        assertEquals(List.of(german), found(anybody(), word, "tag", tag.toUpperCase(java.util.Locale.ROOT)));
        assertEquals(List.of(article), found(anybody(), word, "kind", "article"));
        assertEquals(2, found(anybody(), word, "kind", "note").size());
        assertEquals(List.of(other, german), found(anybody(), word, "language", "de"));
        assertEquals(List.of(german), found(anybody(), word, "language", "de-AT"));
        assertEquals(List.of(other), found(anybody(), word, "language", "de", "since", at(other)));
        assertEquals(List.of(german), found(anybody(), word, "language", "de", "until", at(other)));
        assertEquals(List.of(german), found(anybody(), word, "author", name, "kind", "note"));
        assertEquals(List.of(), found(anybody(), word, "author", Client.name()));
    }

    private static String at(String post) {
        return anybody().get("/v1/posts/" + post).expect(200).json().getString("publishedAt");
    }

    @Test
    void theLongestTextsAreWrittenAndFound() {
        var han = new StringBuilder();
        for (int i = 0; i < 99_000; i++) {
            han.appendCodePoint(0x4E00 + (int) ((i * 7_919L) % 20_000));
        }
        var many = write(author, new JsonObject().put("title", word).put("body", han.toString()));
        var same = write(author, new JsonObject().put("title", word).put("body", "a-b ".repeat(25_000)));
        assertEquals(2, found(anybody(), word).size());
        assertEquals(List.of(many), found(anybody(), word + " " + han.substring(4_000, 4_010)));
        assertEquals(List.of(same), found(anybody(), word + " \"b a b\""));
    }

    @Test
    void thereIsOneRowForEachPublishedPost() {
        write(author, word);
        write(author, new JsonObject().put("body", word).put("status", "draft"));
        assertEquals("0", TestDatabase.ask(Library.SERVER.database(), """
                select count(*) from post p full join post_search s on s.post_id = p.id
                where (p.status = 'published') is distinct from (s.post_id is not null)"""));
    }
}
