package dev.lockkeeper.domain.identity;

/** {@link IdentityStore} in memory. */
public final class InMemoryIdentityStore implements IdentityStore {

    private final InMemoryIdentities identities = new InMemoryIdentities();
    private final InMemoryProfiles profiles = new InMemoryProfiles(identities);
    private final InMemoryUsers users = new InMemoryUsers(identities);
    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(identities);
    private final InMemoryOAuthClients oAuthClients = new InMemoryOAuthClients(identities);

    @Override
    public InMemoryProfiles profiles() {
        return profiles;
    }

    @Override
    public InMemoryUsers users() {
        return users;
    }

    @Override
    public InMemoryAccessTokens accessTokens() {
        return accessTokens;
    }

    @Override
    public InMemoryOAuthClients oAuthClients() {
        return oAuthClients;
    }
}
