package dev.lockkeeper.domain.identity;

/**
 * The identity ports on one store, since none of them can be tested without the others. Whoever holds implementations to
 * their contracts brings it.
 */
public interface IdentityStore {

    Profiles profiles();

    Users users();

    AccessTokens accessTokens();

    OAuthClients oAuthClients();
}
