package dev.lockkeeper.domain.crm;

class InMemorySharedTokensTest implements SharedTokensContract {

    private final InMemorySharedTokens tokens = new InMemorySharedTokens();

    @Override
    public SharedTokens tokens() {
        return tokens;
    }
}
