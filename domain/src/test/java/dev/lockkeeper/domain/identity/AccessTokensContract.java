package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AccessTokens} does. */
public interface AccessTokensContract {

    AccessTokens accessTokens();

    /** Puts a token, its user and the user's profile into the store; the ids may be the store's own. */
    void given(AccessToken token, Grant grant);

    @Test
    default void findsWhatATokenStandsFor() {
        AccessToken token = someToken();
        Grant grant = grant(
                EnumSet.of(Permission.LOCK, Permission.CUSTOMIZE),
                Set.of(new Scope("ZohoCRM.modules.ALL"), new Scope("lockkeeper.locks.read")),
                Instant.parse("2031-02-03T04:05:06.123456Z"));
        given(token, grant);

        Grant found = accessTokens().find(token).orElseThrow();

        assertThat(found.scopes()).isEqualTo(grant.scopes());
        assertThat(found.expiresAt()).isEqualTo(grant.expiresAt());
        assertThat(found.user().name()).isEqualTo(grant.user().name());
        assertThat(found.user().portal()).isTrue();
        assertThat(found.user().profile().name())
                .isEqualTo(grant.user().profile().name());
        assertThat(found.user().profile().permissions())
                .containsExactlyInAnyOrder(Permission.LOCK, Permission.CUSTOMIZE);
    }

    @Test
    default void findsATokenThatNeverExpiresAndOneThatMayDoNothing() {
        AccessToken token = someToken();
        given(token, grant(Set.of(), Set.of(), null));

        Grant found = accessTokens().find(token).orElseThrow();

        assertThat(found.expiresAt()).isNull();
        assertThat(found.scopes()).isEmpty();
        assertThat(found.user().profile().permissions()).isEmpty();
    }

    @Test
    default void findsAnExpiredTokenAndLeavesTheJudgementToItsReader() {
        AccessToken token = someToken();
        Instant past = Instant.parse("2001-01-01T00:00:00Z");
        given(token, grant(Set.of(), Set.of(), past));

        assertThat(accessTokens().find(token).orElseThrow().expiresAt()).isEqualTo(past);
    }

    @Test
    default void findsNothingForAnUnknownToken() {
        AccessToken token = someToken();
        given(token, grant(Set.of(), Set.of(), null));

        assertThat(accessTokens().find(someToken())).isEmpty();
        assertThat(accessTokens().find(new AccessToken(token.value() + "x"))).isEmpty();
    }

    private static AccessToken someToken() {
        return new AccessToken("contract." + UUID.randomUUID());
    }

    private static Grant grant(Set<Permission> permissions, Set<Scope> scopes, @Nullable Instant expiresAt) {
        String unique = UUID.randomUUID().toString();
        Profile profile = new Profile(new ProfileId(1), "Profile " + unique, permissions);
        return new Grant(new User(new UserId(2), "Zoë " + unique, profile, true), scopes, expiresAt);
    }
}
