package dev.lockkeeper.domain.identity;

import java.util.regex.Pattern;

/**
 * A bearer token in clear text: what a caller presents, or what is shown once to the one who made it. Never printed.
 *
 * <p>Its form is that of RFC 6750, section 2.1 ({@code b64token}), at most {@value #MAX_LENGTH} characters.
 */
public record AccessToken(String value) {

    public static final int MAX_LENGTH = 512;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** @throws IllegalArgumentException when {@link #isWellFormed} says no */
    public AccessToken {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a bearer token");
        }
    }

    public static boolean isWellFormed(String value) {
        return value.length() <= MAX_LENGTH && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
