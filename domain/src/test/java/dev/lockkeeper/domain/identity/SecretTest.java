package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void isNeverPrinted() {
        assertThat(new Secret("lks_abc")).hasToString("Secret[hidden]");
        assertThat(new ClientCredentials(new OAuthClientId(1), new Secret("lks_abc"), new Secret("lkr_def")).toString())
                .doesNotContain("lks_abc", "lkr_def");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ö", "a=b"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret(text));
    }

    @Test
    void hasALimit() {
        assertThat(Secret.isWellFormed("x".repeat(Secret.MAX_LENGTH))).isTrue();
        assertThat(Secret.isWellFormed("x".repeat(Secret.MAX_LENGTH + 1))).isFalse();
    }
}
