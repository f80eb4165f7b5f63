package dev.lockkeeper.domain.identity;

import java.util.regex.Pattern;

/**
 * A secret in clear text, such as that of an OAuth client or a refresh token: what is presented, or what is shown once to
 * the one who made it. Never printed; a store keeps its SHA-256 hash alone.
 *
 * <p>Its form is that of RFC 6750, section 2.1 ({@code b64token}), at most {@value #MAX_LENGTH} characters.
 */
public record Secret(String value) {

    public static final int MAX_LENGTH = 512;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** @throws IllegalArgumentException when {@link #isWellFormed} says no */
    public Secret {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a secret's form");
        }
    }

    public static boolean isWellFormed(String value) {
        return value.length() <= MAX_LENGTH && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
