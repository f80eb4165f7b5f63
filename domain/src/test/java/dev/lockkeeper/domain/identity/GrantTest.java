package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Instant EXPIRY = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void isInForceUntilItExpires() {
        assertThat(grant(EXPIRY).isInForce(EXPIRY.minusNanos(1))).isTrue();
        assertThat(grant(EXPIRY).isInForce(Instant.MIN)).isTrue();
    }

    @Test
    void isNotInForceFromTheInstantItExpiresAt() {
        assertThat(grant(EXPIRY).isInForce(EXPIRY)).isFalse();
        assertThat(grant(EXPIRY).isInForce(EXPIRY.plusNanos(1))).isFalse();
        assertThat(grant(EXPIRY).isInForce(Instant.MAX)).isFalse();
    }

    @Test
    void isInForceForeverWhenItDoesNotExpire() {
        assertThat(grant(null).isInForce(Instant.MAX)).isTrue();
    }

    @Test
    void doesNotChangeWithTheScopesItWasMadeFrom() {
        Set<Scope> scopes = new HashSet<>(Set.of(new Scope("ZohoCRM.modules.ALL")));
        Grant grant = new Grant(UserTest.user(Permission.LOCK), scopes, null, null);
        scopes.add(new Scope("lockkeeper.admin"));

        assertThat(grant.scopes()).containsExactly(new Scope("ZohoCRM.modules.ALL"));
    }

    private static Grant grant(@Nullable Instant expiresAt) {
        return new Grant(UserTest.user(), Set.of(), expiresAt, null);
    }
}
