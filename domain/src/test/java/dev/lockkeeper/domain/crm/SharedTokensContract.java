package dev.lockkeeper.domain.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SharedTokens} does. The store may hold tokens of other credentials. */
public interface SharedTokensContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");
    Duration LEASE = Duration.ofSeconds(20);

    SharedTokens tokens();

    private static String credentials() {
        return "fingerprint " + UUID.randomUUID();
    }

    @Test
    default void beginsWithoutAToken() {
        assertThat(tokens().find(credentials())).isEqualTo(SharedToken.none());
    }

    @Test
    default void keepsTheTokenOfEachCredentials() {
        String credentials = credentials();
        assertThat(tokens().claim(credentials, 0, NOON, LEASE)).isTrue();

        tokens().renewed(credentials, 0, "sealed", NOON.plusSeconds(3600));

        SharedToken expected = new SharedToken(1, "sealed", NOON.plusSeconds(3600), null, null, true);
        assertThat(tokens().find(credentials)).isEqualTo(expected);
        assertThat(tokens().find(credentials())).isEqualTo(SharedToken.none());
        tokens().renewed(credentials, 0, "too late", NOON);
        tokens().failed(credentials, 0, "too late", NOON, false);
        assertThat(tokens().find(credentials)).isEqualTo(expected);
    }

    @Test
    default void letsOneAskForTheNextTokenUntilItsLeaseHasPassed() {
        String credentials = credentials();
        assertThat(tokens().claim(credentials, 0, NOON, LEASE)).isTrue();

        assertThat(tokens().claim(credentials, 0, NOON, LEASE)).isFalse();
        assertThat(tokens().claim(credentials, 0, NOON.plus(LEASE).minusMillis(1), LEASE))
                .isFalse();
        assertThat(tokens().claim(credentials, 0, NOON.plus(LEASE), LEASE)).isTrue();
    }

    @Test
    default void letsOneOfManyAsk() {
        String credentials = credentials();
        assertThat(Together.run(8, _ -> tokens().claim(credentials, 0, NOON, LEASE)))
                .containsOnlyOnce(true);
        tokens().renewed(credentials, 0, "sealed", NOON);
        assertThat(Together.run(8, _ -> tokens().claim(credentials, 1, NOON, LEASE)))
                .containsOnlyOnce(true);
    }

    @Test
    default void letsNobodyAskForATokenThatIsThere() {
        String credentials = credentials();
        tokens().renewed(credentials, 0, "sealed", NOON);

        assertThat(tokens().claim(credentials, 0, NOON, LEASE)).isFalse();
        assertThat(tokens().claim(credentials, 1, NOON, LEASE)).isTrue();
    }

    @Test
    default void endsTheLeaseWithAFailureAndPauses() {
        String credentials = credentials();
        tokens().renewed(credentials, 0, "sealed", NOON);
        tokens().claim(credentials, 1, NOON, LEASE);

        tokens().failed(credentials, 1, "HTTP 500", NOON.plusSeconds(5), true);

        assertThat(tokens().find(credentials))
                .isEqualTo(new SharedToken(1, "sealed", NOON, NOON.plusSeconds(5), "HTTP 500", true));
        assertThat(tokens().claim(credentials, 1, NOON.plusSeconds(4), LEASE)).isFalse();
        assertThat(tokens().claim(credentials, 1, NOON.plusSeconds(5), LEASE)).isTrue();
        tokens().renewed(credentials, 1, "sealed again", NOON.plusSeconds(9));
        assertThat(tokens().find(credentials))
                .isEqualTo(new SharedToken(2, "sealed again", NOON.plusSeconds(9), null, null, true));
    }

    @Test
    default void stopsWithCredentialsThatAreNotAccepted() {
        String credentials = credentials();
        tokens().failed(credentials, 0, "invalid_code", NOON, false);

        assertThat(tokens().find(credentials).lettingIn()).isFalse();
        assertThat(tokens().claim(credentials, 0, NOON.plus(Duration.ofDays(9)), LEASE))
                .isFalse();
        assertThat(tokens().claim(credentials(), 0, NOON, LEASE)).isTrue();
    }

    @Test
    default void asksNoMoreOftenThanTheCrmAllows() {
        String credentials = credentials();
        for (int attempt = 0; attempt < SharedTokens.MOST_IN_WINDOW; attempt++) {
            assertThat(tokens().claim(credentials, attempt, NOON.plusSeconds(attempt), LEASE))
                    .isTrue();
            tokens().renewed(credentials, attempt, "sealed", NOON);
        }
        int next = SharedTokens.MOST_IN_WINDOW;
        Instant end = NOON.plus(SharedTokens.WINDOW);

        assertThat(tokens().claim(credentials, next, NOON.plusSeconds(next), LEASE))
                .isFalse();
        assertThat(tokens().claim(credentials, next, end.minusMillis(1), LEASE)).isFalse();
        assertThat(tokens().claim(credentials, next, end, LEASE)).isTrue();
        tokens().renewed(credentials, next, "sealed", NOON);
        assertThat(tokens().claim(credentials, next + 1, end, LEASE)).isFalse();
    }
}
