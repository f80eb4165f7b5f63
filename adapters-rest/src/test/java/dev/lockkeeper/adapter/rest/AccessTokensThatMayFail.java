package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssueOutcome;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.NewToken;
import dev.lockkeeper.domain.identity.RevokeOutcome;
import dev.lockkeeper.domain.identity.TokenId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Access tokens that are looked for anew with every call, and may not be found; some of which are remembered. */
final class AccessTokensThatMayFail implements AccessTokens {

    /** How those begin that nobody remembers. */
    static final String FORGOTTEN = "1000.forgotten";

    private final AccessTokens remembered;
    private final Supplier<AccessTokens> found;
    private final BooleanSupplier remembers;

    AccessTokensThatMayFail(AccessTokens remembered, Supplier<AccessTokens> found, BooleanSupplier remembers) {
        this.remembered = remembered;
        this.found = found;
        this.remembers = remembers;
    }

    @Override
    public Optional<Grant> find(AccessToken token) {
        return found.get().find(token);
    }

    @Override
    public Optional<Grant> recall(AccessToken token) {
        return token.value().startsWith(FORGOTTEN) || !remembers.getAsBoolean()
                ? Optional.empty()
                : remembered.recall(token);
    }

    @Override
    public IssueOutcome issue(NewToken token) {
        return found.get().issue(token);
    }

    @Override
    public List<IssuedToken> list(@Nullable TokenId after, int limit) {
        return found.get().list(after, limit);
    }

    @Override
    public RevokeOutcome revoke(TokenId id, Instant now) {
        return found.get().revoke(id, now);
    }

    @Override
    public void noteUses(Map<TokenId, Instant> uses) {
        found.get().noteUses(uses);
    }
}
