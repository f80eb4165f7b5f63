package dev.lockkeeper.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see it.
 *
 * @param externalId by which an identity provider knows the user; null when it does not
 */
public record ListedUser(User user, @Nullable ExternalId externalId) {}
