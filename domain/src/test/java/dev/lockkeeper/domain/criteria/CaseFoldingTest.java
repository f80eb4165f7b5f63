package dev.lockkeeper.domain.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.VersionInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Closed, cLOSED",
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "ΟΔΥΣΣΕΥΣ, Οδυσσευς",
        "ﬁnal, FINAL",
        "ŉ, ʼN",
        "ᾳ, ΑΙ",
        "ᾼ, αι",
        "Ⅷ, ⅷ",
        "Ⓐ, ⓐ",
        "ǅ, ǆ",
        "ꭰ, Ꭰ",
        "𐐀, 𐐨",
        "K, k",
    })
    void makesTextsTheSameThatDifferInCase(String one, String other) {
        assertThat(CaseFolding.fold(one)).isEqualTo(CaseFolding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"ı, i", "ı, I", "İ, i", "İ, I", "dıı, DII", "é, e", "e\u0301, é"})
    void keepsTextsApartThatDifferOtherwise(String one, String other) {
        assertThat(CaseFolding.fold(one)).isNotEqualTo(CaseFolding.fold(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "closed won", "a~{}[] 0123456789\u0000\n"})
    void givesFoldedAsciiBackAsItIs(String text) {
        assertThat(CaseFolding.fold(text)).isSameAs(text);
    }

    @Test
    void foldsAroundEveryDotlessI() {
        assertThat(CaseFolding.fold("IıIIıı")).isEqualTo("iıiiıı");
    }

    @Test
    void comparesWithAnIcuOfTheSameUnicodeVersion() {
        assertThat(UCharacter.getUnicodeVersion()).isEqualTo(VersionInfo.getInstance(16));
    }

    /** In the same group are the code points that fold to the same. */
    @Test
    void groupsAllCodePointsAsIcuDoes() {
        Map<String, String> oursByIcu = new HashMap<>();
        Map<String, String> icuByOurs = new HashMap<>();
        allCodePoints().forEach(character -> {
            String icu = icu(character);
            String ours = CaseFolding.fold(character);
            assertThat(oursByIcu.computeIfAbsent(icu, key -> ours)).isEqualTo(ours);
            assertThat(icuByOurs.computeIfAbsent(ours, key -> icu)).isEqualTo(icu);
        });
    }

    /**
     * Both foldings go character by character. So when each makes the other's result of every character the same as the
     * character, whole texts that are equal to one are equal to the other too, wherever one character is equal to two.
     */
    @Test
    void foldsAllTextsAsIcuDoes() {
        allCodePoints().forEach(character -> {
            if (!CaseFolding.fold(icu(character)).equals(CaseFolding.fold(character))
                    || !icu(CaseFolding.fold(character)).equals(icu(character))) {
                throw new AssertionError(Character.getName(character.codePointAt(0)));
            }
        });
    }

    /** That a sigma ends a word must not matter, nor what surrounds a character in any other way. */
    @Test
    void foldsEveryCharacterAloneWhateverIsBesideIt() {
        allCodePoints()
                .filter(character -> character.length() == 1 || !icu(character).equals(character))
                .forEach(it -> {
                    String folded = CaseFolding.fold(it);
                    if (!CaseFolding.fold("aΣ" + it + "Σ b" + it).equals("aσ" + folded + "σ b" + folded)
                            && !Character.isSurrogate(it.charAt(0))) {
                        throw new AssertionError(Character.getName(it.codePointAt(0)));
                    }
                });
    }

    private static Stream<String> allCodePoints() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString);
    }

    private static String icu(String text) {
        return UCharacter.foldCase(text, true);
    }
}
