package broadside.kit.db;

import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The certificate authorities the Java platform trusts. */
final class PlatformTrust {
    private PlatformTrust() {}

    static TrustOptions options() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore platform = null;
            factory.init(platform);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The Java platform has no trusted authorities", failure);
        }
    }
}
