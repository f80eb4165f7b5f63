package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityValuesTest {

    private static final Secret SECRET = new Secret("s");

    @Test
    void readsTheIdsThatCallersWrite() {
        assertThat(TokenId.parse("1777000000001000003")).contains(new TokenId(1777000000001000003L));
        assertThat(TokenId.parse("03")).isEmpty();
        assertThat(new TokenId(3)).hasToString("3");
        assertThat(OAuthClientId.parse("1777000000001000003")).contains(new OAuthClientId(1777000000001000003L));
        assertThat(OAuthClientId.parse("-3")).isEmpty();
        assertThat(new OAuthClientId(3)).hasToString("3");
    }

    @Test
    void refusesIdsThatAreNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new OAuthClientId(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "half \uD83D"})
    void refusesNamesThatAreNone(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewProfile(name, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewUser(name, "Sales", false, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewOAuthClient(name, new UserId(1), Set.of(), SECRET, SECRET, Instant.EPOCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nul \u0000", "half \uD83D", "two\nlines"})
    void refusesExternalIdsThatNoStoreCouldKeep(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExternalId(id));
    }

    @Test
    void takesExternalIdsUpToTheLengthOfAnOpenIdSubject() {
        assertThat(new ExternalId("x".repeat(255))).hasToString("x".repeat(255));
        assertThat(ExternalId.isWellFormed("x".repeat(256))).isFalse();
    }
}
