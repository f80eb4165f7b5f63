package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.lock.LockReason.Accepted;
import dev.lockkeeper.domain.lock.LockReason.Fault;
import dev.lockkeeper.domain.lock.LockReason.Refused;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockReasonTest {

    private static final String PADLOCK = "🔒";

    @Test
    void takesThreeThousandCharactersAndNoMore() {
        assertAccepted("x".repeat(3000));
        assertRefused("x".repeat(3001), Fault.TOO_LONG);
    }

    @Test
    void countsASurrogatePairAsOneCharacter() {
        assertAccepted(PADLOCK.repeat(3000));
        assertAccepted("x".repeat(2999) + PADLOCK);
        assertRefused(PADLOCK.repeat(3000) + "x", Fault.TOO_LONG);
        assertRefused("x".repeat(3000) + PADLOCK, Fault.TOO_LONG);
    }

    @Test
    void countsSpacesAroundTheText() {
        assertAccepted(" ".repeat(2999) + "x");
        assertRefused(" ".repeat(3000) + "x", Fault.TOO_LONG);
    }

    @Test
    void countsACombiningMarkAsACharacterOfItsOwn() {
        assertAccepted("e\u0301".repeat(1500));
        assertRefused("e\u0301".repeat(1500) + "x", Fault.TOO_LONG);
    }

    @Test
    void missesAReasonThatWasNotSent() {
        assertThat(LockReason.check(null)).isEqualTo(new Refused(Fault.MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0",
                "\u00A0 \u00A0",
                "\u2003\u3000\u202F\u2007",
                "\u2028\u2029",
                "\u000B\f\u001C",
            })
    void missesAReasonThatIsBlank(String text) {
        assertRefused(text, Fault.MISSING);
    }

    @Test
    void missesABlankReasonOfAnyLength() {
        assertRefused(" ".repeat(3001), Fault.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " last round of negotiations ",
                "two\r\nlines\tand a tab",
                "\n\n.",
                "\u00A0x\u00A0",
                "e\u0301 is not \u00E9",
                "Zażółć 漢字 🔒",
                "👩‍👩‍👧 joined",
                "\u202Eright to left",
                "<b>&amp;</b> \\u0041 ${TODAY} '; --",
            })
    void keepsATextExactlyAsItWasSent(String text) {
        assertAccepted(text);
    }

    static IntStream controlCharacters() {
        return IntStream.concat(IntStream.range(0, ' '), IntStream.rangeClosed(0x7F, 0x9F))
                .filter(character -> "\r\n\t".indexOf(character) < 0);
    }

    @ParameterizedTest
    @MethodSource("controlCharacters")
    void refusesEveryControlCharacterButLineBreaksAndTabs(int character) {
        String control = Character.toString(character);

        assertRefused(control + "text", Fault.NOT_TEXT);
        assertRefused("te" + control + "xt", Fault.NOT_TEXT);
        assertRefused("text" + control, Fault.NOT_TEXT);
    }

    @Test
    void refusesAControlCharacterAmongThoseThatPass() {
        assertThat(controlCharacters().count()).isEqualTo(62);
        assertRefused("a\r\n\tb\u0000", Fault.NOT_TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xD800, 0xDBFF, 0xDC00, 0xDFFF})
    void refusesHalfASurrogatePair(int half) {
        String lone = Character.toString((char) half);

        assertRefused(lone, Fault.NOT_TEXT);
        assertRefused(lone + "text", Fault.NOT_TEXT);
        assertRefused("te" + lone + "xt", Fault.NOT_TEXT);
        assertRefused("text" + lone, Fault.NOT_TEXT);
    }

    @Test
    void refusesASurrogatePairInTheWrongOrder() {
        assertRefused("text" + PADLOCK.charAt(1) + PADLOCK.charAt(0), Fault.NOT_TEXT);
    }

    private static void assertAccepted(String text) {
        assertThat(LockReason.check(text)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.reason().text()).isEqualTo(text);
            assertThat(accepted.reason()).isEqualTo(new LockReason(text));
        });
    }

    private static void assertRefused(String text, Fault fault) {
        assertThat(LockReason.check(text)).isEqualTo(new Refused(fault));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockReason(text))
                .withMessageContaining(fault.name());
    }
}
