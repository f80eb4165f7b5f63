package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.TokenId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When tokens were last used, as far as the store does not know it yet: so that no call has to wait for it. */
public final class TokenUses {

    private final Map<TokenId, Instant> latest = new ConcurrentHashMap<>();

    /** Notes that a grant was used; those that an identity provider signed have no token here. */
    void note(Grant grant, Instant at) {
        TokenId token = grant.token();
        if (token != null) {
            note(token, at);
        }
    }

    void note(TokenId token, Instant at) {
        latest.put(token, at);
    }

    /** Takes what was noted out. */
    Map<TokenId, Instant> take() {
        Map<TokenId, Instant> taken = new HashMap<>();
        for (TokenId token : List.copyOf(latest.keySet())) {
            Instant at = latest.remove(token);
            if (at != null) {
                taken.put(token, at);
            }
        }
        return taken;
    }

    /** Puts back what could not be stored, where nothing later was noted. */
    void putBack(Map<TokenId, Instant> taken) {
        taken.forEach((token, at) -> latest.merge(token, at, (noted, back) -> noted));
    }
}
