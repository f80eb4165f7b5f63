package dev.lockkeeper.domain.decision;

import static dev.lockkeeper.domain.decision.SampleRestrictions.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a configuration in the CRM's own words, whatever they are. */
class CrmRestrictionsTest {

    private static final String EXCEPT_EXCLUDED = "all_profiles_except_excluded_profiles";

    static final List<String> KEYS = List.of(
            "locked_for",
            "lock_excluded_profiles",
            "excluded_fields",
            "restricted_actions",
            "restricted_communications",
            "restricted_custom_buttons",
            "lock_for_portal_users");

    /** Words of every JSON type, none of them known. */
    static Stream<@Nullable Object> oddities() {
        return Stream.of(
                null,
                "",
                "something new",
                true,
                4711,
                new BigDecimal("1.5"),
                Map.of(),
                Map.of("name", Map.of(), "id", List.of(), "api_name", true),
                List.of(),
                Arrays.asList(null, "", 1, false, List.of("update"), Map.of(), Collections.singletonMap("id", null)));
    }

    @Test
    void readsAConfigurationAsZohoWritesIt() {
        Restrictions read = Restrictions.of(new CrmConfiguration(
                new ConfigurationId(2000000066499L),
                LockType.BOTH,
                Map.of(new RuleId(2000000066513L), "Tesing"),
                Map.of(
                        "locked_for",
                        EXCEPT_EXCLUDED,
                        "excluded_fields",
                        List.of(
                                Map.of("api_name", "Annual_Revenue", "id", "2000000004846"),
                                Map.of("api_name", "City", "id", "2000000004924")),
                        "restricted_actions",
                        List.of("update", "delete", "tags", "convert", "change_owner"),
                        "lock_for_portal_users",
                        true,
                        "restricted_communications",
                        List.of("send_mail"),
                        "restricted_custom_buttons",
                        List.of(Map.of("name", "Approve", "id", "2000000077001")),
                        "lock_excluded_profiles",
                        List.of(
                                Map.of("name", "Administrator", "id", "2000000000497"),
                                Map.of("name", "Standard", "id", "2000000000499")))));

        assertThat(read)
                .isEqualTo(new Restrictions(
                        LockType.BOTH,
                        Set.of("2000000000497", "2000000000499"),
                        Set.of("Administrator", "Standard"),
                        Set.of("Annual_Revenue", "City"),
                        Set.of(RestrictedAction.values()),
                        Set.of(RestrictedCommunication.SEND_MAIL),
                        List.of(new CustomButton("2000000077001", "Approve")),
                        true,
                        Map.of(new RuleId(2000000066513L), "Tesing")));
        assertThat(read.excludedFields()).containsExactly("Annual_Revenue", "City");
    }

    @Test
    void takesWhatIsMissingForWhatANewConfigurationHas() {
        assertThat(read(Map.of())).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void takesWhatIsNullForWhatANewConfigurationHas(String key) {
        assertThat(read(Collections.singletonMap(key, null))).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void takesWhatItDoesNotKnowForWhatANewConfigurationHas(@Nullable Object oddity) {
        for (String key : KEYS) {
            assertThat(read(Collections.singletonMap(key, oddity))).as(key).isEqualTo(USUAL);
        }
    }

    @Test
    void findsWhatItKnowsAmongWhatItDoesNot() {
        List<@Nullable Object> actions = oddities().toList();
        assertThat(read(Map.of("restricted_actions", with(actions, "delete"))).actions())
                .containsExactlyInAnyOrder(RestrictedAction.UPDATE, RestrictedAction.DELETE);
        assertThat(read(Map.of("restricted_communications", with(actions, "send_survey")))
                        .communications())
                .containsExactly(RestrictedCommunication.SEND_SURVEY);
        assertThat(read(Map.of("excluded_fields", with(actions, Map.of("api_name", "City"))))
                        .excludedFields())
                .containsExactly("City");
        assertThat(read(Map.of("restricted_custom_buttons", with(actions, Map.of("id", "901"))))
                        .buttons())
                .containsExactly(new CustomButton("901", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {EXCEPT_EXCLUDED, "all_profiles_except_excluded_profile"})
    void excludesProfilesInBothSpellings(String lockedFor) {
        Restrictions read = read(Map.of("locked_for", lockedFor, "lock_excluded_profiles", List.of(Map.of("id", "1"))));

        assertThat(read.excludedProfileIds()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all_profiles", "ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES", "whom it may concern"})
    void excludesNoProfilesWhereTheLockIsForAll(String lockedFor) {
        assertThat(read(Map.of(
                        "locked_for",
                        lockedFor,
                        "lock_excluded_profiles",
                        List.of(Map.of("id", "1", "name", "Standard")))))
                .isEqualTo(USUAL);
    }

    @Test
    void readsIdsThatAreNumbers() {
        Restrictions read = read(Map.of(
                "locked_for",
                EXCEPT_EXCLUDED,
                "lock_excluded_profiles",
                List.of(Map.of("id", 2000000000497L), Map.of("id", new BigDecimal("2000000000499"))),
                "restricted_custom_buttons",
                List.of(Map.of("id", 901))));

        assertThat(read.excludedProfileIds()).containsExactlyInAnyOrder("2000000000497", "2000000000499");
        assertThat(read.buttons()).containsExactly(new CustomButton("901", null));
    }

    @Test
    void restrictsAButtonByWhicheverOfItsNamesCanBeAskedFor() {
        assertThat(read(Map.of(
                                "restricted_custom_buttons",
                                List.of(
                                        Map.of("id", "901", "name", ""),
                                        Map.of("id", "no number", "name", "Approve"),
                                        Map.of("id", "no number", "name", "a\nb"))))
                        .buttons())
                .containsExactly(new CustomButton("901", null), new CustomButton(null, "Approve"));
    }

    @Test
    void sparesPortalUsersWhereItSaysSo() {
        assertThat(read(Map.of("lock_for_portal_users", false)).lockForPortalUsers())
                .isFalse();
        assertThat(read(Map.of("lock_for_portal_users", true)).lockForPortalUsers())
                .isTrue();
        assertThat(read(Map.of("lock_for_portal_users", "false")).lockForPortalUsers())
                .isTrue();
    }

    private static Restrictions read(Map<String, @Nullable Object> element) {
        return Restrictions.of(new CrmConfiguration(new ConfigurationId(1), LockType.MANUAL, Map.of(), element));
    }

    private static List<@Nullable Object> with(List<@Nullable Object> oddities, Object known) {
        List<@Nullable Object> words = new ArrayList<>(oddities);
        words.add(oddities.size() / 2, known);
        return words;
    }
}
