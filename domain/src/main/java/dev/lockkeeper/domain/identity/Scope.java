package dev.lockkeeper.domain.identity;

import java.util.Locale;

/**
 * An OAuth scope, such as {@code ZohoCRM.modules.ALL}. Scopes compare without case (wire contract, section "Tokens and
 * scopes").
 */
public record Scope(String name) {

    public Scope {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A scope has a name");
        }
        name = name.toLowerCase(Locale.ROOT);
    }
}
