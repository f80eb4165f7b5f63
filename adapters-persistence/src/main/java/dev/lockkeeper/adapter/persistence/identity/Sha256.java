package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is stored in place of tokens and secrets. Without a salt: they are random, and tokens are looked up by it. */
public final class Sha256 {

    private Sha256() {}

    /** The SHA-256 of the token's ASCII characters. */
    public static byte[] of(AccessToken token) {
        return of(token.value());
    }

    /** The SHA-256 of the secret's ASCII characters. */
    public static byte[] of(Secret secret) {
        return of(secret.value());
    }

    /** The SHA-256 of a text in UTF-8. */
    public static byte[] ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] of(String ascii) {
        return of(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
