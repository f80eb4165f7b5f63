package dev.lockkeeper.bootstrap;

import io.micronaut.core.value.PropertyResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TLS, checked before anything is started: a service that was to speak it must not come up without. */
final class TlsSettings {

    private static final String PREFIX = "micronaut.server.ssl.";
    private static final String STORE_VARIABLE = "MICRONAUT_SERVER_SSL_KEY_STORE_PATH";
    private static final String FILE = "file:";

    private TlsSettings() {}

    /**
     * Checks that there is a key store which its password opens, where TLS is switched on.
     *
     * @throws WrongSetting where it is not so
     */
    static void check(PropertyResolver properties) {
        Settings.check(
                properties,
                PREFIX + "enabled",
                "MICRONAUT_SERVER_SSL_ENABLED",
                "true or false",
                List.of("true", "false")::contains);
        if (Settings.text(properties, PREFIX + "enabled").filter("true"::equals).isPresent()) {
            String path = Settings.text(properties, PREFIX + "key-store.path")
                    .filter(value -> value.startsWith(FILE))
                    .orElseThrow(() -> wrong(null));
            open(properties, path.substring(FILE.length()));
        }
    }

    private static void open(PropertyResolver properties, String path) {
        String type = Settings.text(properties, PREFIX + "key-store.type").orElse("PKCS12");
        char[] password = Settings.text(properties, PREFIX + "key-store.password")
                .orElse("")
                .toCharArray();
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            KeyStore.getInstance(type).load(file, password);
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            throw wrong(e);
        }
    }

    private static WrongSetting wrong(@Nullable Throwable cause) {
        String accepts = "the file of a key store, as file:/path, which MICRONAUT_SERVER_SSL_KEY_STORE_PASSWORD opens";
        return cause == null
                ? new WrongSetting(STORE_VARIABLE, accepts)
                : new WrongSetting(STORE_VARIABLE, accepts, cause);
    }
}
