package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssueOutcome;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.NewToken;
import dev.lockkeeper.domain.identity.RevokeOutcome;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreTokenUsesTest {

    private static final TokenId TOKEN = new TokenId(1);
    private static final TokenId OTHER = new TokenId(2);
    private static final Instant EARLIER = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant LATER = EARLIER.plusSeconds(9);

    private final TokenUses uses = new TokenUses();
    private final AwayFirst store = new AwayFirst();
    private final StoreTokenUses storeTokenUses = new StoreTokenUses(store, uses);

    @Test
    void asksTheStoreNothingWhereNothingWasUsed() {
        storeTokenUses.execute();

        assertThat(store.noted).isEmpty();
    }

    @Test
    void losesNoUseWhileTheStoreIsAwayAndStoresEachOnce() {
        uses.note(TOKEN, EARLIER);
        uses.note(OTHER, EARLIER);
        store.meanwhile = () -> uses.note(TOKEN, LATER);
        assertThatThrownBy(storeTokenUses::execute).isInstanceOf(StoreUnavailable.class);

        storeTokenUses.execute();
        storeTokenUses.execute();

        assertThat(store.noted).containsExactly(Map.of(TOKEN, LATER, OTHER, EARLIER));
    }

    /** A store that is away at first; of tokens it can only note the uses. */
    private static final class AwayFirst implements AccessTokens {

        private final List<Map<TokenId, Instant>> noted = new ArrayList<>();
        private @Nullable Runnable meanwhile;

        @Override
        public void noteUses(Map<TokenId, Instant> used) {
            Runnable before = meanwhile;
            if (before != null) {
                meanwhile = null;
                before.run();
                throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IllegalStateException("away"));
            }
            noted.add(used);
        }

        @Override
        public Optional<Grant> find(AccessToken token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Grant> recall(AccessToken token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public IssueOutcome issue(NewToken token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<IssuedToken> list(@Nullable TokenId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RevokeOutcome revoke(TokenId id, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
