package dev.lockkeeper.domain.identity;

import static dev.lockkeeper.domain.identity.IdentitySteps.NOON;
import static dev.lockkeeper.domain.identity.IdentitySteps.someSecret;
import static dev.lockkeeper.domain.identity.IdentitySteps.someToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AccessTokens} does. */
public interface AccessTokensContract {

    /** The store that the tokens are in. */
    IdentityStore store();

    AccessTokens accessTokens();

    @Test
    default void findsWhatATokenStandsFor() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user(Permission.LOCK, Permission.CUSTOMIZE);
        AccessToken token = someToken();
        Set<Scope> scopes = Set.of(new Scope("ZohoCRM.modules.ALL"), new Scope("lockkeeper.locks.read"));
        Instant expiresAt = Instant.parse("2031-02-03T04:05:06.123456Z");

        IssuedToken issued = steps.issued(token, user, scopes, expiresAt);

        assertThat(accessTokens().find(token)).contains(new Grant(user, scopes, expiresAt, issued.id()));
        assertThat(issued).isEqualTo(new IssuedToken(issued.id(), user.ref(), scopes, NOON, expiresAt, null, null));
    }

    @Test
    default void keepsTheSpellingOfScopes() {
        IdentitySteps steps = new IdentitySteps(store());
        AccessToken token = someToken();
        steps.issued(token, steps.user(), Set.of(new Scope("ZohoCRM.modules.ALL")), null);

        assertThat(accessTokens().find(token).orElseThrow().scopes())
                .extracting(Scope::name)
                .containsExactly("ZohoCRM.modules.ALL");
    }

    @Test
    default void findsATokenThatNeverExpiresAndOneThatMayDoNothing() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user();
        AccessToken token = someToken();

        IssuedToken issued = steps.issued(token, user, Set.of(), null);

        assertThat(accessTokens().find(token)).contains(new Grant(user, Set.of(), null, issued.id()));
    }

    @Test
    default void findsAnExpiredTokenAndLeavesTheJudgementToItsReader() {
        IdentitySteps steps = new IdentitySteps(store());
        AccessToken token = someToken();
        Instant past = Instant.parse("2001-01-01T00:00:00Z");
        steps.issued(token, steps.user(), Set.of(), past);

        assertThat(accessTokens().find(token).orElseThrow().expiresAt()).isEqualTo(past);
    }

    @Test
    default void findsNothingForAnUnknownToken() {
        IdentitySteps steps = new IdentitySteps(store());
        AccessToken token = someToken();
        steps.issued(token, steps.user(), Set.of(), null);

        assertThat(accessTokens().find(someToken())).isEmpty();
        assertThat(accessTokens().find(new AccessToken(token.value() + "x"))).isEmpty();
    }

    @Test
    default void issuesNothingToNobody() {
        NewToken wanted = new NewToken(someToken(), new UserId(Long.MAX_VALUE), Set.of(), NOON, null, null);

        assertThat(accessTokens().issue(wanted)).isEqualTo(new IssueOutcome.NoSuchUser());

        assertThat(accessTokens().find(wanted.token())).isEmpty();
    }

    @Test
    default void revokesATokenAtOnce() {
        IdentitySteps steps = new IdentitySteps(store());
        AccessToken token = someToken();
        IssuedToken issued = steps.issued(token, steps.user(), Set.of(), null);

        assertThat(accessTokens().revoke(issued.id(), NOON)).isEqualTo(RevokeOutcome.REVOKED);

        assertThat(accessTokens().find(token)).isEmpty();
        assertThat(accessTokens().revoke(issued.id(), NOON)).isEqualTo(RevokeOutcome.UNKNOWN);
    }

    @Test
    default void listsTokensByRisingIdAndInPages() {
        IdentitySteps steps = new IdentitySteps(store());
        IssuedToken first = steps.issued(steps.user(), NOON);
        IssuedToken second = steps.issued(steps.user(), null);
        IssuedToken third = steps.issued(steps.user(), NOON.plusSeconds(1));

        assertThat(accessTokens().list(first.id(), 1)).containsExactly(second);
        assertThat(accessTokens().list(first.id(), 9)).containsExactly(second, third);
        assertThat(accessTokens().list(third.id(), 9)).isEmpty();
        assertThat(accessTokens().list(null, 1)).hasSize(1);
    }

    @Test
    default void notesWhenATokenWasUsedLast() {
        IdentitySteps steps = new IdentitySteps(store());
        IssuedToken used = steps.issued(steps.user(), null);
        IssuedToken unused = steps.issued(steps.user(), null);
        Map<TokenId, Instant> uses = Map.of(used.id(), NOON, new TokenId(Long.MAX_VALUE), NOON);

        accessTokens().noteUses(uses);
        accessTokens().noteUses(Map.of(used.id(), NOON.minusSeconds(1)));
        accessTokens().noteUses(Map.of());

        assertThat(accessTokens().list(new TokenId(used.id().value() - 1), 9))
                .filteredOn(token -> token.id().equals(used.id()) || token.id().equals(unused.id()))
                .extracting(IssuedToken::lastUsedAt)
                .containsExactly(NOON, null);
    }

    @Test
    default void removesAnOAuthClientsExpiredTokensWithTheNextOne() {
        IdentitySteps steps = new IdentitySteps(store());
        OAuthClient client = steps.client(steps.user(), someSecret(), someSecret());
        AccessToken expired = someToken();
        AccessToken inForce = someToken();
        AccessToken ofAnother = someToken();
        steps.issued(expired, client, NOON, NOON.plusSeconds(10));
        steps.issued(inForce, client, NOON, NOON.plusSeconds(11));
        steps.issued(ofAnother, steps.user(), Set.of(), NOON);

        IssuedToken next = steps.issued(someToken(), client, NOON.plusSeconds(10), NOON.plusSeconds(99));

        assertThat(next.client()).isEqualTo(client.id());
        assertThat(accessTokens().find(expired)).isEmpty();
        assertThat(accessTokens().find(inForce)).isPresent();
        assertThat(accessTokens().find(ofAnother)).isPresent();
    }
}
