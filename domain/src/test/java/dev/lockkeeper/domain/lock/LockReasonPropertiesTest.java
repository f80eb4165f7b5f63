package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.lock.LockReason.Accepted;
import dev.lockkeeper.domain.lock.LockReason.Fault;
import dev.lockkeeper.domain.lock.LockReason.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the texts that nobody thought of. */
class LockReasonPropertiesTest {

    /** Any UTF-16 units whatever: blank texts, control characters and broken surrogate pairs among them. */
    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.strings().whitespace().ofMaxLength(40),
                Arbitraries.strings().withCharRange('\uD83C', '\uDD12').ofMaxLength(40),
                Arbitraries.strings()
                        .withChars('x', '\uD83D', '\uDD12')
                        .ofMinLength(2995)
                        .ofMaxLength(6005));
    }

    /** One character of text, of one or two UTF-16 units. */
    @Provide
    Arbitrary<String> visibleCharacter() {
        return Arbitraries.of("x", "é", "漢", "\uFB01", "\u0301", "🔒", "\uDBFF\uDFFD");
    }

    @Property
    void acceptsAndKeepsExactlyOrRefusesAsItsConstructorDoes(@ForAll @From("anyText") String text) {
        switch (LockReason.check(text)) {
            case Accepted(LockReason reason) -> {
                assertThat(reason.text()).isEqualTo(text);
                assertThat(new LockReason(text)).isEqualTo(reason);
            }
            case Refused(Fault fault) ->
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new LockReason(text))
                        .withMessageContaining(fault.name());
        }
    }

    @Property
    void acceptsTextOfEveryLengthUpToTheLimit(
            @ForAll @From("visibleCharacter") String character, @ForAll @IntRange(min = 1, max = 3000) int length) {
        assertThat(LockReason.check(character.repeat(length))).isInstanceOf(Accepted.class);
    }

    @Property
    void refusesTextOfEveryLengthBeyondTheLimit(
            @ForAll @From("visibleCharacter") String character, @ForAll @IntRange(min = 3001, max = 9000) int length) {
        assertThat(LockReason.check(character.repeat(length))).isEqualTo(new Refused(Fault.TOO_LONG));
    }

    @Property
    void findsABrokenSurrogatePairWhereverItIs(
            @ForAll @IntRange(max = 100) int before, @ForAll @IntRange(max = 100) int after) {
        String text = "🔒".repeat(before) + '\uDD12' + "🔒".repeat(after);

        assertThat(LockReason.check(text)).isEqualTo(new Refused(Fault.NOT_TEXT));
    }
}
