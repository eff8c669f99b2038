package broadside.cli.posts;

import broadside.cli.intake.Moment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file says of a post, where its front matter does not: {@code 2020-01-31-slug.md} as Jekyll has it,
 * {@code slug/index.md} as Hugo has it, {@code slug.md} as both do.
 *
 * @param place relative to the folder, with slashes
 */
record FileName(
        String place, @Nullable String slug, @Nullable Instant date, boolean isDraft) {
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(md|markdown)$");
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(.+)");
    private static final String SECTION = "_index";
    private static final String BUNDLE = "index";

    static boolean isMarkdown(Path file) {
        return ENDING.matcher(file.getFileName().toString()).find();
    }

    /** Whether it stands for a list of pages, as Hugo has it, and for none itself. */
    static boolean isSection(Path file) {
        return stem(file).equals(SECTION);
    }

    /** @param file relative to the folder */
    static FileName of(Path file) {
        var place = file.toString().replace('\\', '/');
        var stem = stem(file);
        var folder = file.getParent();
        var name = stem.toLowerCase(Locale.ROOT).equals(BUNDLE) && folder != null
                ? folder.getFileName().toString()
                : stem;
        var dated = DATED.matcher(name);
        var date = dated.matches() ? Moment.parse(dated.group(1)).orElse(null) : null;
        var slug = date == null ? name : dated.group(2);
        return new FileName(
                place, slug.isBlank() ? null : slug, date, place.startsWith("_drafts/") || place.contains("/_drafts/"));
    }

    private static String stem(Path file) {
        return ENDING.matcher(file.getFileName().toString()).replaceFirst("");
    }
}
