package dev.lockkeeper.domain.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth scope, such as {@code ZohoCRM.modules.ALL}. Keeps its spelling, and compares without case (wire contract,
 * section "Tokens and scopes").
 *
 * <p>Its form is a {@code scope-token} of RFC 6749, section 3.3, without the comma, with which Zoho separates scopes; at
 * most {@value #MAX_LENGTH} characters.
 */
public record Scope(String name) {

    public static final int MAX_LENGTH = 100;

    private static final Pattern FORM = Pattern.compile("[\\x21\\x23-\\x2b\\x2d-\\x5b\\x5d-\\x7e]+");

    /** Lets its bearer use the management API, where the user's profile does so too. */
    public static final Scope ADMINISTRATION = new Scope("lockkeeper.admin");

    /** Lets its bearer ask for decisions. */
    public static final Scope DECISIONS = new Scope("lockkeeper.decisions");

    /** @throws IllegalArgumentException when {@link #isWellFormed} says no */
    public Scope {
        if (!isWellFormed(name)) {
            throw new IllegalArgumentException("Not a scope");
        }
    }

    public static boolean isWellFormed(String name) {
        return name.length() <= MAX_LENGTH && FORM.matcher(name).matches();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope scope && name.equalsIgnoreCase(scope.name);
    }

    @Override
    public int hashCode() {
        return name.toLowerCase(Locale.ROOT).hashCode();
    }
}
