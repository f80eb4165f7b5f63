package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts tokens for the store that the processes share: AES-256-GCM, under a key that HKDF makes of the client's secret
 * and the refresh token. Whoever has the store alone has no token.
 */
final class TokenSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte[] PURPOSE = "lockkeeper: access token of Zoho".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String fingerprint;
    private final SecretKey key;

    TokenSeal(ZohoAccount account) {
        try {
            // All that Zoho judges: when any of it was wrong and is put right, these are other credentials.
            byte[] identity = utf8(account.accountsUrl() + "\n" + account.clientId() + "\n" + account.clientSecret()
                    + "\n" + account.refreshToken());
            fingerprint = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(identity));
            key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(utf8(account.clientSecret() + "\n" + account.refreshToken()))
                                    .addSalt(utf8(account.clientId()))
                                    .thenExpand(PURPOSE, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks SHA-256 or HKDF", e);
        }
    }

    /** Names the credentials, without saying any of them. */
    String fingerprint() {
        return fingerprint;
    }

    String seal(String token) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(utf8(token));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        }
    }

    /** The token, or null when it was not sealed with these credentials or is not whole. */
    @Nullable
    String open(String sealed) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            if (bytes.remaining() <= NONCE_BYTES) {
                return null;
            }
            byte[] nonce = new byte[NONCE_BYTES];
            byte[] encrypted = new byte[bytes.remaining() - NONCE_BYTES];
            bytes.get(nonce).get(encrypted);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(encrypted), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // A secret was changed, or the store's content: either way there is no token, and another one is got.
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(utf8(fingerprint));
        return cipher;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
