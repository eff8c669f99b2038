package broadside.app;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The settings there are, as the README shows them. */
public final class SettingsTable {
    private static final String PROVIDERS = "| `BROADSIDE_OAUTH_<NAME>_…` | | log-in by a provider in the"
            + " [microblog API](src/main/java/broadside/dialect/microblog/README.md): `CLIENT_ID`, `CLIENT_SECRET`,"
            + " `AUTHORIZE_URL`, `TOKEN_URL`, `PROFILE_URL`, `SCOPE` |\n";

    private SettingsTable() {}

    /** In Markdown, ending with a line break. */
    public static String markdown() {
        return Arrays.stream(Setting.values())
                .map(SettingsTable::row)
                .collect(Collectors.joining("", "| name | default | |\n|---|---|---|\n", PROVIDERS));
    }

    private static String row(Setting setting) {
        var standard = setting.standard().isEmpty() ? setting.shown() : "`" + setting.standard() + "`";
        return "| `" + setting.variable() + "` | " + (standard.isEmpty() ? "" : standard + " ") + "| "
                + setting.meaning() + " |\n";
    }
}
