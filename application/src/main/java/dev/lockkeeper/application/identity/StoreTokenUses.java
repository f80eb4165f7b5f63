package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Instant;
import java.util.Map;

/** Stores when tokens were last used, of which calls only take note. To be repeated every few seconds. */
public final class StoreTokenUses {

    private final AccessTokens accessTokens;
    private final TokenUses uses;

    public StoreTokenUses(AccessTokens accessTokens, TokenUses uses) {
        this.accessTokens = accessTokens;
        this.uses = uses;
    }

    /**
     * Stores what was noted since the last time.
     *
     * @throws StoreUnavailable when the store is away; the next time tries again with the same uses
     */
    public void execute() {
        Map<TokenId, Instant> taken = uses.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            accessTokens.noteUses(taken);
        } catch (StoreUnavailable e) {
            uses.putBack(taken);
            throw e;
        }
    }
}
