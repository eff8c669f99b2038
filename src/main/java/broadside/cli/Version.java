package broadside.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the jar. */
final class Version implements IVersionProvider {
    static String text() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(development)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Broadside " + text(), "Java " + Runtime.version()};
    }
}
