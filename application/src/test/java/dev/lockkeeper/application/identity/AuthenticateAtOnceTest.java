package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssueOutcome;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.NewToken;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.RevokeOutcome;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticateAtOnceTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final TokenId TOKEN = new TokenId(7);

    private final RecalledTokens tokens = new RecalledTokens();
    private final TokenUses uses = new TokenUses();
    private final AuthenticateAtOnce authenticate =
            new AuthenticateAtOnce(tokens, uses, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void recallsWhatATokenStandsForAndNotesThatItWasUsed() {
        Grant grant = recalled("a.token", NOW.plusNanos(1), TOKEN);

        assertThat(authenticate.execute("a.token")).hasValue(grant);
        assertThat(uses.take()).containsExactly(Map.entry(TOKEN, NOW));
    }

    @Test
    void recallsWhatDoesNotExpireAndIsNotStored() {
        Grant grant = recalled("a.token", null, null);

        assertThat(authenticate.execute("a.token")).hasValue(grant);
        assertThat(uses.take()).isEmpty();
    }

    @Test
    void recallsNothingFromTheInstantATokenExpiresAtNorNotesItsUse() {
        recalled("a.token", NOW, TOKEN);

        assertThat(authenticate.execute("a.token")).isEmpty();
        assertThat(uses.take()).isEmpty();
    }

    @Test
    void leavesATokenThatIsNotRecalledToTheOneWhoMayAskTheStore() {
        recalled("a.token", null, TOKEN);

        assertThat(authenticate.execute("another.token")).isEmpty();
        assertThat(uses.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a.token ", "a.tökén", "=a.token", "a.token\u0000"})
    void recallsNothingForWhatIsNoTokenAtAll(String token) {
        recalled("a.token", null, TOKEN);

        assertThat(authenticate.execute(token)).isEmpty();
    }

    private Grant recalled(String token, @Nullable Instant expiresAt, @Nullable TokenId id) {
        User user = new User(new UserId(2), "Zoë", new Profile(new ProfileId(1), "Sales", Set.of()), false);
        Grant grant = new Grant(user, Set.of(new Scope("lockkeeper.decisions")), expiresAt, id);
        tokens.recalled.put(new AccessToken(token), grant);
        return grant;
    }

    /** Tokens that were used a short while ago, of a store that is away. */
    private static final class RecalledTokens implements AccessTokens {

        private final Map<AccessToken, Grant> recalled = new HashMap<>();

        @Override
        public Optional<Grant> recall(AccessToken token) {
            return Optional.ofNullable(recalled.get(token));
        }

        @Override
        public Optional<Grant> find(AccessToken token) {
            throw away();
        }

        @Override
        public IssueOutcome issue(NewToken token) {
            throw away();
        }

        @Override
        public List<IssuedToken> list(@Nullable TokenId after, int limit) {
            throw away();
        }

        @Override
        public RevokeOutcome revoke(TokenId id, Instant now) {
            throw away();
        }

        @Override
        public void noteUses(Map<TokenId, Instant> uses) {
            throw away();
        }

        private static StoreUnavailable away() {
            return new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IOException("Connection refused"));
        }
    }
}
