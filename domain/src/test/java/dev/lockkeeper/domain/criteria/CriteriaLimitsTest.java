package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.MODULE;
import static dev.lockkeeper.domain.criteria.SampleModule.fault;
import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriteriaLimitsTest {

    private static final Map<String, Object> LEAF = leaf("text", "equal", "Open");

    private static final CriteriaFault TOO_MANY = CriteriaFault.of(Kind.TOO_MANY_LEAVES, "criteria", "");

    @Test
    void takesTwentyFiveComparisonsAndNoMore() {
        assertThat(read(MODULE, group("AND", copies(LEAF, 25)))).isInstanceOf(Group.class);
        assertThat(fault(MODULE, group("AND", copies(LEAF, 26)))).isEqualTo(TOO_MANY);
    }

    @Test
    void countsComparisonsOverAllGroups() {
        Map<String, Object> five = group("OR", copies(LEAF, 5));

        assertThat(read(MODULE, group("AND", copies(five, 5)))).isInstanceOf(Group.class);
        assertThat(fault(MODULE, group("AND", group("OR", copies(five, 5)), LEAF)))
                .isEqualTo(TOO_MANY);
    }

    @Test
    void takesFiveGroupsWithinEachOtherAndNoMore() {
        assertThat(read(MODULE, nested(5))).isInstanceOf(Group.class);
        assertThat(fault(MODULE, nested(6)))
                .isEqualTo(CriteriaFault.of(Kind.TOO_DEEP, "group", ".group[0].group[0].group[0].group[0].group[0]"));
    }

    @Test
    void looksAtLimitsBeforeAnythingElse() {
        Object[] members = copies(Map.of(), 26);
        assertThat(fault(MODULE, group("AND", members))).isEqualTo(TOO_MANY);
        assertThat(fault(MODULE, group("no", nested(6))).kind()).isEqualTo(Kind.TOO_DEEP);
    }

    @Test
    void countsWhateverStandsWhereAComparisonShould() {
        assertThat(fault(MODULE, group("AND", copies("no object", 26)))).isEqualTo(TOO_MANY);
        assertThat(fault(MODULE, group("AND", copies(group("AND"), 26)))).isEqualTo(TOO_MANY);
        assertThat(fault(MODULE, group("AND", copies(Map.of("group", 1), 26)))).isEqualTo(TOO_MANY);
    }

    @Test
    void doesNotWalkThroughAHugeTree() {
        Object members = Collections.nCopies(Integer.MAX_VALUE, LEAF);

        assertThat(fault(MODULE, Map.of("group_operator", "OR", "group", members)))
                .isEqualTo(TOO_MANY);
        assertThat(fault(MODULE, nested(5000)).kind()).isEqualTo(Kind.TOO_DEEP);
    }

    private static Object[] copies(Object node, int count) {
        return Collections.nCopies(count, node).toArray();
    }

    private static Map<String, Object> nested(int groups) {
        Map<String, Object> tree = LEAF;
        for (int i = 0; i < groups; i++) {
            tree = group("AND", tree);
        }
        return tree;
    }
}
