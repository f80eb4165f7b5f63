package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is stored in place of a token. Without a salt: a token is random, and is looked up by its hash. */
public final class TokenHash {

    private TokenHash() {}

    /** The SHA-256 of the token's ASCII characters. */
    public static byte[] of(AccessToken token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.value().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
