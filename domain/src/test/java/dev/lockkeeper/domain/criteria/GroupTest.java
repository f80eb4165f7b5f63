package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.OCCASION;
import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.matches;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTest {

    private static final Map<String, Object> WON = leaf("picklist", "equal", "Closed Won");
    private static final Map<String, Object> BIG = leaf("currency", "greater_than", "1000");

    @ParameterizedTest
    @CsvSource({
        "Closed Won, 2000, true, true",
        "Closed Won, 1000, false, true",
        "Closed Lost, 2000, false, true",
        "Closed Lost, 1000, false, false",
    })
    void asksForAllOrForOne(String stage, String amount, boolean all, boolean one) {
        Map<String, String> deal = Map.of("picklist", stage, "currency", amount);

        assertThat(matches(group("AND", WON, BIG), deal, OCCASION)).isEqualTo(all);
        assertThat(matches(group("OR", WON, BIG), deal, OCCASION)).isEqualTo(one);
    }

    @Test
    void asksWithinGroups() {
        Map<String, Object> wonAndBigOrMine = group("OR", group("AND", WON, BIG), leaf("text", "contains", "mine"));

        assertThat(matches(wonAndBigOrMine, Map.of("text", "all mine"), OCCASION))
                .isTrue();
        assertThat(matches(wonAndBigOrMine, Map.of("picklist", "closed won"), OCCASION))
                .isFalse();
    }

    @Test
    void isItsMemberWhenThereIsOne() {
        assertThat(matches(group("AND", WON), Map.of("picklist", "Closed Won"), OCCASION))
                .isTrue();
        assertThat(matches(group("OR", WON), Map.of(), OCCASION)).isFalse();
    }
}
