package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final String SECRET = "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf";

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "a", "Z", "0", "azAZ09-._~+/", "YWJj", "YWI=", "YQ==", "-", "a===="})
    void takesEveryFormOfABearerToken(String value) {
        assertThat(AccessToken.isWellFormed(value)).isTrue();
        assertThat(new AccessToken(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "=", "==a", "a=b", " a", "a ", "a b", "a\n", "a\r\nb", "a\tb", "a\u0000", "a,b", "a:b", "a\"b",
                "a;b", "a@b", "a[b", "a`b", "a{b", "é", "\u0661", "\uFF41", "🔒",
            })
    void refusesEveryOtherText(String value) {
        assertThat(AccessToken.isWellFormed(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessToken(value));
    }

    @Test
    void takesFiveHundredAndTwelveCharactersAndNoMore() {
        assertThat(AccessToken.isWellFormed("x".repeat(512))).isTrue();
        assertThat(AccessToken.isWellFormed("x".repeat(511) + "=")).isTrue();
        assertThat(AccessToken.isWellFormed("x".repeat(513))).isFalse();
        assertThat(AccessToken.isWellFormed("x".repeat(512) + "=")).isFalse();
    }

    @Test
    void judgesAnEndlessTextWithoutAnError() {
        assertThat(AccessToken.isWellFormed("x".repeat(10_000_000))).isFalse();
    }

    @Test
    void isNeverPrinted() {
        AccessToken token = new AccessToken(SECRET);

        assertThat(token.toString()).isEqualTo("AccessToken[hidden]");
        assertThat(Set.of(token).toString()).doesNotContain(SECRET);
    }

    @Test
    void isNotPrintedByItsRefusalEither() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessToken(SECRET + " "))
                .withMessage("Not a bearer token")
                .withNoCause();
    }

    @Test
    void comparesWithCase() {
        assertThat(new AccessToken("secret")).isEqualTo(new AccessToken("secret"));
        assertThat(new AccessToken("secret")).isNotEqualTo(new AccessToken("SECRET"));
    }
}
