package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Secret;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Makes tokens and secrets that cannot be guessed: 256 random bits in Base64 for URLs (RFC 4648, section 5), after a
 * prefix that says what it is, so that scanners of source code find one that went astray.
 */
public final class NewSecrets {

    /** How many random bytes each one has. */
    public static final int BYTES = 32;

    private static final String ACCESS_TOKEN = "lk_";
    private static final String CLIENT_SECRET = "lks_";
    private static final String REFRESH_TOKEN = "lkr_";

    private final Supplier<byte[]> random;

    /** @param random {@value #BYTES} bytes at a time, of a cryptographically strong source */
    public NewSecrets(Supplier<byte[]> random) {
        this.random = random;
    }

    public AccessToken accessToken() {
        return new AccessToken(ACCESS_TOKEN + text());
    }

    public Secret clientSecret() {
        return new Secret(CLIENT_SECRET + text());
    }

    public Secret refreshToken() {
        return new Secret(REFRESH_TOKEN + text());
    }

    private String text() {
        byte[] bytes = random.get();
        if (bytes.length != BYTES) {
            throw new IllegalStateException("Not " + BYTES + " random bytes");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
