package dev.lockkeeper.domain.identity;

class InMemoryAccessTokensTest implements AccessTokensContract {

    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();

    @Override
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    @Override
    public void given(AccessToken token, Grant grant) {
        accessTokens.add(token, grant);
    }
}
