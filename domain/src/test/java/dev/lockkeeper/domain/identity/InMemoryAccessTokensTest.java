package dev.lockkeeper.domain.identity;

class InMemoryAccessTokensTest implements AccessTokensContract, LastAdministratorContract {

    private final IdentityStore store = new InMemoryIdentityStore();

    @Override
    public IdentityStore store() {
        return store;
    }

    @Override
    public AccessTokens accessTokens() {
        return store.accessTokens();
    }
}
