package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.fault;
import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static dev.lockkeeper.domain.criteria.SampleModule.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks can be locked by rule only when they are closed. */
class TasksCriteriaTest {

    private static final CrmModule TASKS = Catalog.standard().find("Tasks").orElseThrow();
    private static final Map<String, Object> CLOSED = leaf("Status", "equal", "Closed");

    @ParameterizedTest
    @ValueSource(strings = {"Closed", "closed", "CLOSED"})
    void takesTheStatusClosed(String status) {
        assertThat(read(TASKS, leaf("Status", "equal", status))).isInstanceOf(Comparison.class);
    }

    @Test
    void takesTheStatusByItsId() {
        String id = TASKS.findField("Status").orElseThrow().id().toString();

        assertThat(read(TASKS, with(CLOSED, "field", Map.of("id", id)))).isEqualTo(read(TASKS, CLOSED));
    }

    @Test
    void takesAGroupThatAsksNothingElse() {
        assertThat(read(TASKS, group("AND", CLOSED, group("OR", CLOSED)))).isInstanceOf(Group.class);
    }

    static Stream<Map<String, Object>> everythingElse() {
        return Stream.of(
                leaf("Status", "equal", "Completed"),
                leaf("Status", "equal", "Closed "),
                leaf("Status", "equal", "${EMPTY}"),
                leaf("Status", "equal", 7),
                leaf("Status", "not_equal", "Closed"),
                leaf("Status", "EQUAL", "Closed"),
                leaf("Status", "in", List.of("Closed")),
                leaf("Status", "contains", "Closed"),
                leaf("Subject", "equal", "Closed"),
                leaf("Closed_Time", "no comparator", ""),
                with(CLOSED, "comparator", null),
                with(CLOSED, "value", null));
    }

    @ParameterizedTest
    @MethodSource("everythingElse")
    void doesNotSupportAnythingElse(Map<String, Object> tree) {
        assertThat(fault(TASKS, tree))
                .isEqualTo(CriteriaFault.of(Kind.FIELD_NOT_SUPPORTED, "api_name", ".field.api_name"));
        assertThat(fault(TASKS, group("OR", CLOSED, tree)).path()).isEqualTo(".group[1].field.api_name");
    }

    @Test
    void stillSaysWhenAFieldIsNotThere() {
        assertThat(fault(TASKS, leaf("Stage", "equal", "Closed")))
                .isEqualTo(CriteriaFault.of(Kind.FIELD_NOT_FOUND, "api_name", ".fields.api_name"));
    }
}
