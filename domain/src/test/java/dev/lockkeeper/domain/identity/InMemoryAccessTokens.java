package dev.lockkeeper.domain.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link AccessTokens} in memory. */
public final class InMemoryAccessTokens implements AccessTokens {

    private final Map<AccessToken, Grant> grants = new ConcurrentHashMap<>();

    @Override
    public Optional<Grant> find(AccessToken token) {
        return Optional.ofNullable(grants.get(token));
    }

    public void add(AccessToken token, Grant grant) {
        grants.put(token, grant);
    }

    public void clear() {
        grants.clear();
    }

    public boolean isEmpty() {
        return grants.isEmpty();
    }
}
