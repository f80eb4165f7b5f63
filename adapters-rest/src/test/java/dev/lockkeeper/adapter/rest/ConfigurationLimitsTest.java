package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.automatic;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long the lists of a configuration may be. */
class ConfigurationLimitsTest {

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    @Test
    void refuseListsThatAreTooLong() {
        calls.mustRefuse(
                "Leads",
                "{'lock_type':'manual','restricted_custom_buttons':" + list(31, "{'name':'x'}") + "}",
                "configuration-limit-buttons",
                "available",
                30);
        calls.mustRefuse(
                "Leads",
                "{'lock_type':'manual','excluded_fields':" + list(16, "{'api_name':'City'}") + "}",
                "configuration-limit-fields",
                "available",
                15);
        calls.mustRefuse(
                "Leads",
                "{'lock_type':'manual','lock_excluded_profiles':" + list(16, "{'id':'1'}") + "}",
                "configuration-limit-profiles",
                "available",
                15);
        calls.mustRefuse(
                "Leads",
                "{'lock_type':'manual','locking_rules':" + list(6, rule("a")) + "}",
                "configuration-limit-rules",
                "available",
                5);
    }

    @Test
    void refuseRulesThatDoNotFitBesideTheOthers() {
        String id = calls.created("Leads", automatic(rule("a"), rule("b"), rule("c")));
        calls.put("Leads", id, "{'locking_rules':[" + rule("d") + "," + rule("e") + "," + rule("f") + "]}")
                .mustBeInOrder(400, "configuration-limit-rules", "available", 2);
        assertThat(calls.ruleNames("Leads")).containsExactly("a", "b", "c");
    }

    private static String list(int size, String element) {
        return "[" + String.join(",", Collections.nCopies(size, element)) + "]";
    }
}
