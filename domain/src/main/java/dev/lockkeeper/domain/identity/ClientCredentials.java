package dev.lockkeeper.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * What an OAuth client presents to be known by.
 *
 * @param refreshToken null where the client's secret alone is to do
 */
public record ClientCredentials(
        OAuthClientId client, Secret secret, @Nullable Secret refreshToken) {}
