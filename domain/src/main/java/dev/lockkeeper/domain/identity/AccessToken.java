package dev.lockkeeper.domain.identity;

/**
 * A bearer token in clear text: what a caller presents, or what is shown once to the one who made it. Never printed. Its
 * form is a {@link Secret}'s.
 */
public record AccessToken(String value) {

    public static final int MAX_LENGTH = Secret.MAX_LENGTH;

    /** @throws IllegalArgumentException when {@link #isWellFormed} says no */
    public AccessToken {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a bearer token");
        }
    }

    public static boolean isWellFormed(String value) {
        return Secret.isWellFormed(value);
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
