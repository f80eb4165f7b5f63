package dev.lockkeeper.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.domain.lock.RecordId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmRecordTest {

    private static final String LONE_SURROGATE = "\uD83D";

    @Test
    void comparesItsOwnerAsAField() {
        assertThat(owned(58001L, Map.of("Stage", "Won")).comparable())
                .isEqualTo(Map.of("Stage", "Won", "Owner", "58001"));
        assertThat(owned(58001L, Collections.singletonMap("Owner", null)).comparable())
                .isEqualTo(Map.of("Owner", "58001"));
    }

    @Test
    void prefersTheOwnerThatItsFieldsName() {
        Map<String, @Nullable Object> fields = Map.of("Owner", Map.of("id", "7", "name", "Zoë"));

        assertThat(owned(58001L, fields).comparable()).isEqualTo(fields);
    }

    @Test
    void comparesItsFieldsAloneWhenItsOwnerIsNotKnown() {
        assertThat(owned(null, Map.of("Stage", "Won")).comparable()).isEqualTo(Map.of("Stage", "Won"));
    }

    @Test
    void leavesItsFieldsAsTheyAreWhenItIsCompared() {
        CrmRecord record = owned(58001L, Map.of("Stage", "Won"));

        assertThat(record.comparable()).containsKey("Owner");
        assertThat(record.fields()).isEqualTo(Map.of("Stage", "Won"));
    }

    @Test
    void doesNotChangeWithTheFieldsItWasMadeFromAndHandsOutNoneToChange() {
        Map<String, @Nullable Object> fields = new HashMap<>(Map.of("Stage", "Won"));
        CrmRecord record = owned(null, fields);

        fields.put("Stage", "Lost");

        assertThat(record.fields()).isEqualTo(Map.of("Stage", "Won"));
        assertThatThrownBy(() -> record.fields().put("Stage", "Lost"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesAnOwnerWhoseIdIsNone(long owner) {
        assertThatIllegalArgumentException().isThrownBy(() -> owned(owner, Map.of()));
    }

    @Test
    void findsNoFaultInWhatCanBeStored() {
        assertThat(CrmRecord.faultOf(null, Map.of())).isEmpty();
        assertThat(CrmRecord.faultOf("🔒".repeat(500), Map.of())).isEmpty();
        assertThat(CrmRecord.faultOf("", fields("Straße 😀\n\t\u0001"))).isEmpty();
        assertThat(CrmRecord.faultOf("Deal", fields(null))).isEmpty();
        assertThat(CrmRecord.faultOf("Deal", fields(true))).isEmpty();
        assertThat(CrmRecord.faultOf("Deal", fields(Arrays.asList("a", null, Map.of("id", BigDecimal.TEN)))))
                .isEmpty();
    }

    @Test
    void limitsNamesToFiveHundredCharacters() {
        assertThat(CrmRecord.faultOf("🔒".repeat(501), Map.of())).hasValue("name: at most 500 characters");
        assertThat(CrmRecord.faultOf("\u0000".repeat(501), Map.of())).hasValue("name: at most 500 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", LONE_SURROGATE, "a\uDD12"})
    void refusesTextsThatNoStoreKeepsWhereverTheyAre(String text) {
        assertThat(CrmRecord.faultOf(text, Map.of()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("U+0000", "surrogate"));
        assertThat(CrmRecord.faultOf(null, Map.of(text, "value"))).isPresent();
        assertThat(CrmRecord.faultOf(null, fields(text))).isPresent();
        assertThat(CrmRecord.faultOf(null, fields(List.of("a", text)))).isPresent();
        assertThat(CrmRecord.faultOf(null, fields(Map.of("id", List.of(Map.of(text, "1"))))))
                .isPresent();
        assertThat(CrmRecord.faultOf(null, fields(Map.of("id", List.of(Map.of("name", text))))))
                .isPresent();
    }

    @Test
    void limitsAllKeysAndValuesTogether() {
        String text = "x".repeat(CrmRecord.MAX_LENGTH - "Stage".length() - "id".length() - 4);
        List<@Nullable Object> values = Arrays.asList(Map.of("id", text), null, true, new BigDecimal("12"));

        assertThat(CrmRecord.faultOf(null, fields(values))).isEmpty();
        assertThat(CrmRecord.faultOf(null, fields(Arrays.asList(values, "y"))))
                .hasValue("fields: at most 100000 characters, all keys and values taken together");
    }

    @Test
    void limitsTheDigitsOfNumbersAndTheirExponents() {
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("9".repeat(200)))))
                .isEmpty();
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("1e200")))).isEmpty();
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("1e-200")))).isEmpty();

        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("9".repeat(201)))))
                .isPresent();
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("1e201")))).isPresent();
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("1e-201")))).isPresent();
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("1e2147483647"))))
                .isPresent();
        assertThat(CrmRecord.faultOf(null, fields(new BigDecimal("1e-2147483647"))))
                .isPresent();
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object value) {
        return Collections.singletonMap("Stage", value);
    }

    private static CrmRecord owned(@Nullable Long owner, Map<String, @Nullable Object> fields) {
        return new CrmRecord(new RecordId(1), "Deal", owner, fields);
    }
}
