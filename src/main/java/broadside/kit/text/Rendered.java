package broadside.kit.text;

/**
 * A Markdown text as it is shown.
 *
 * @param html safe HTML: nothing but an allow-list of elements and attributes
 * @param excerpt the beginning of the text without markup, on one line, at most 280 code points
 * @param readingMinutes at least 1; 230 words a minute, or 500 letters of a script without blanks as Han, kana or Thai
 */
public record Rendered(String html, String excerpt, int readingMinutes) {}
