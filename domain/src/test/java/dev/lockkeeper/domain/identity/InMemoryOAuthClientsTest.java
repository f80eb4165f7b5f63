package dev.lockkeeper.domain.identity;

class InMemoryOAuthClientsTest implements OAuthClientsContract {

    private final IdentityStore store = new InMemoryIdentityStore();

    @Override
    public IdentityStore store() {
        return store;
    }

    @Override
    public OAuthClients oAuthClients() {
        return store.oAuthClients();
    }
}
