package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.MODULE;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.identity.UserId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every comparator of every type, every operand with every value: too many to be left to chance. */
class EveryComparisonTest {

    private static final Occasion OCCASION =
            new Occasion(LocalDate.of(2025, 3, 30), ZoneId.of("Europe/Berlin"), new UserId(58001));

    @ParameterizedTest
    @EnumSource
    void matchesWhatTheContractSays(FieldType type) {
        ValueKind kind = ValueKind.of(type);
        for (Comparator comparator : kind.comparators()) {
            List<Object> operands = AnyCriteria.operands(kind, comparator);
            for (Object operand : operands) {
                if (comparator.takesOneValue()) {
                    assertAgrees(type, leaf(type.zohoName(), comparator.zohoName(), operand));
                } else {
                    operands.forEach(other ->
                            assertAgrees(type, leaf(type.zohoName(), comparator.zohoName(), List.of(operand, other))));
                }
            }
        }
    }

    private static void assertAgrees(FieldType type, Map<String, Object> tree) {
        Criteria criteria = read(MODULE, tree);
        for (Object value : AnyCriteria.values(ValueKind.of(type), true)) {
            Map<String, Object> record = Map.of(type.zohoName(), value);
            FieldValues values = FieldValues.of(criteria.fields(), record, OCCASION.zone());

            assertThat(criteria.matches(values, OCCASION))
                    .as("%s of %s", tree, value)
                    .isEqualTo(new NaiveEvaluation(MODULE, record, OCCASION).matches(tree));
        }
    }
}
