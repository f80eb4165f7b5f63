package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticateTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
    private final Authenticate authenticate =
            new Authenticate(accessTokens, new TokenUses(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void findsWhatATokenStandsFor() {
        Grant grant = granted("a.token", NOW.plusNanos(1));
        granted("another.token", null);

        assertThat(authenticate.execute("a.token")).hasValue(grant);
    }

    @Test
    void findsATokenThatDoesNotExpire() {
        Grant grant = granted("a.token", null);

        assertThat(authenticate.execute("a.token")).hasValue(grant);
    }

    @Test
    void findsNothingFromTheInstantATokenExpiresAt() {
        granted("just.expired", NOW);
        granted("long.expired", NOW.minusSeconds(3600));

        assertThat(authenticate.execute("just.expired")).isEmpty();
        assertThat(authenticate.execute("long.expired")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.token", "A.TOKEN", "a.toke", "a.token=", ""})
    void findsNothingForAnUnknownToken(String token) {
        granted("a.token", null);

        assertThat(authenticate.execute(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a.token", "a.token ", "a.token\n", "a.tökén", "=a.token", "a.token\u0000"})
    void findsNothingForWhatIsNoTokenAtAll(String token) {
        granted("a.token", null);

        assertThat(authenticate.execute(token)).isEmpty();
    }

    @Test
    void findsNothingForATokenBeyondTheLimit() {
        assertThat(authenticate.execute("x".repeat(513))).isEmpty();
    }

    private Grant granted(String token, @Nullable Instant expiresAt) {
        Profile profile = new Profile(new ProfileId(1), "Sales", Set.of(Permission.LOCK));
        User user = new User(new UserId(2), "Owner of " + token, profile, false);
        Grant grant = new Grant(user, Set.of(new Scope("ZohoCRM.modules.ALL")), expiresAt, null);
        accessTokens.add(new AccessToken(token), grant);
        return grant;
    }
}
