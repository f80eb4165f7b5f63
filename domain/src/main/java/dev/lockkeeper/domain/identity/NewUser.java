package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.Naming;
import org.jspecify.annotations.Nullable;

/**
 * A user as it shall be.
 *
 * @param profile the name of the user's profile
 * @param portal whether this is a customer in a portal rather than a colleague
 * @param externalId by which an identity provider knows the user; null when it does not
 */
public record NewUser(
        String name,
        String profile,
        boolean portal,
        @Nullable ExternalId externalId) {

    /** @throws IllegalArgumentException when the name is not a {@linkplain Naming#isLabel label} */
    public NewUser {
        if (!Naming.isLabel(name)) {
            throw new IllegalArgumentException("Not a user's name");
        }
    }
}
