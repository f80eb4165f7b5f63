package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.automatic;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.description;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.ofModule;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.one;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.net.ConnectException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the configuration calls answer when all goes well, and when the store is not ready. */
class ConfigurationAnswersTest {

    /** What another organisation has other values for. */
    private static final Set<String> OF_ITS_OWN =
            Set.of("id", "created_time", "modified_time", "created_by", "modified_by", "type");

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    @ParameterizedTest
    @CsvSource({"configuration-seed-002", "configuration-shown"})
    void aSampleOfZohosIsTakenAndShownAsItWas(String golden) {
        service.stores.profiles().add(new Profile(new ProfileId(2000000000497L), "Administrator", Set.of()));
        service.stores.profiles().add(new Profile(new ProfileId(2000000000499L), "Standard", Set.of()));
        String sample = Golden.text(
                golden,
                "time",
                "2025-11-24T10:43:45+05:30",
                "name",
                "sivasankar.g",
                "user",
                "2000000058001",
                "rule",
                "2000000066513",
                "id",
                "2000000066499",
                "revenue",
                "2000000004846",
                "city",
                "2000000004924");

        Answer created = calls.call("POST", ofModule("Leads")).body(sample).send();
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        Object shown = Json.read(calls.get("Leads").text());
        assertThat(withoutItsOwn(shown)).isEqualTo(withoutItsOwn(Json.read(sample)));
        assertThat(keys(shown)).isEqualTo(keys(Json.read(sample)));

        Object id = created.at("record_locking_configurations", 0, "details", "id");
        Answer unknownRules = calls.call("PUT", one(id, "Leads")).body(sample).send();
        unknownRules.mustBeJson(
                400,
                ConfigurationCalls.error(
                        "INVALID_DATA",
                        "'api_name':'id','json_path':'$.record_locking_configurations[0].locking_rules[0].id'",
                        "the id given seems to be invalid"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200",
        "&feature_type, 200",
        "&feature_type=, 200",
        "&feature_type=%20, 200",
        "&feature_type=record_locking, 200",
        "&feature_type=record_locking&, 200",
        "&feature_type=Record_Locking, 204",
        "&feature_type=approval, 204"
    })
    void aFeatureTypeIsAFilter(String parameter, int status) {
        Object id = service.configured("Leads", LockType.MANUAL).id();
        assertThat(calls.call("GET", ofModule("Leads") + parameter).send().status())
                .isEqualTo(status);
        assertThat(calls.call("GET", one(id, "Leads") + parameter).send().status())
                .isEqualTo(status);
        calls.call("GET", ofModule("Potentials") + parameter).send().mustBe(400, "configuration-invalid-module");
        calls.call("GET", one("1", "Leads") + parameter).send().mustBe(400, "configuration-bad-id");
    }

    @Test
    void whatThereIsNoneOfIsNullOrEmpty() {
        service.configured("Leads", LockType.MANUAL);
        assertThat(calls.get("Leads").text())
                .contains("\"restricted_custom_buttons\":null", "\"lock_excluded_profiles\":null")
                .contains("\"excluded_fields\":[]", "\"locking_rules\":[]", "\"restricted_communications\":[]")
                .contains("\"restricted_actions\":[\"update\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'Sign'}", "{'id':'7'}", "{'id':'7','name':'Sign'}", "{'id':7,'name':null}"})
    void aButtonIsShownAsItWasNamed(String button) {
        calls.created("Leads", "{'lock_type':'manual','restricted_custom_buttons':[" + button + "]}");
        Map<?, ?> shown = (Map<?, ?>) calls.shown("Leads", "restricted_custom_buttons", 0);
        assertThat(shown.keySet().toString()).isEqualTo("[name, id]");
        assertThat(shown.get("name")).isEqualTo(button.contains("Sign") ? "Sign" : null);
        assertThat(shown.get("id")).isEqualTo(button.contains("7") ? "7" : null);
    }

    @Test
    void aChangeThatTakesLongNamesItsJob() {
        Answer created = calls.post("Leads", """
                {'lock_type':'automatic','locking_rules':[{'name':'a','lock_existing_records':true,'criteria':%s}]}""".formatted(description("a")));
        assertThat(job(created).kind()).isEqualTo(JobKind.LOCK_EXISTING_RECORDS);
        Object id = created.at("record_locking_configurations", 0, "details", "id");
        assertThat(job(calls.put("Leads", id, "{'lock_type':'manual'}")).kind()).isEqualTo(JobKind.REVIEW_LOCKS);
        assertThat(calls.put("Leads", id, "{}").header("lockkeeper-job")).isEmpty();
        assertThat(calls.post("Contacts", "{'lock_type':'manual'}").header("lockkeeper-job"))
                .isEmpty();
        assertThat(calls.call("DELETE", one(id, "Leads")).send().header("lockkeeper-job"))
                .isEmpty();
    }

    @Test
    void aModuleWhoseLocksAreStillEndedIsToBeTriedAgain() {
        Object id = service.configured("Leads", LockType.MANUAL).id();
        for (int record = 1; record <= Configurations.LOCKS_ENDED_AT_ONCE + 1; record++) {
            service.locked("Leads", Integer.toString(record), BY_COLLEAGUE);
        }
        Job job = job(calls.call("DELETE", one(id, "Leads")).send());
        assertThat(job.kind()).isEqualTo(JobKind.END_LOCKS);

        Answer answer = calls.post("Leads", "{'lock_type':'manual'}");
        answer.mustBe(503, "internal-and-pending");
        assertThat(answer.header("retry-after")).hasValue("1");

        service.stores.jobs().end(job.id(), JobState.DONE, Service.NOW);
        calls.created("Leads", "{'lock_type':'manual'}");
    }

    @Test
    void locksEndWithTheirConfigurationAndTheHistorySaysSo() {
        Object id = service.configured("Deals", LockType.MANUAL).id();
        service.locked("Deals", Service.RECORD, BY_COLLEAGUE);
        calls.call("DELETE", ofModule("Deals") + "&ids=%20" + id + ",," + id)
                .send()
                .mustBe(200, "configuration-deleted", "id", id);
        assertThat(service.locks()).isEmpty();
        Answer history = service.call("GET", "/api/v1/records/Deals/" + Service.RECORD + "/history")
                .send();
        assertThat(history.at("items", 1, "cause")).isEqualTo("configuration_deleted");
    }

    @Test
    void aStoreThatIsAwayIsSaidSo() {
        service.stores.failConfigurations(new StoreUnavailable(Step.NOT_TAKEN, new ConnectException("refused")));
        assertThat(calls.get("Leads").status()).isEqualTo(503);
        service.stores.failConfigurations(new StoreUnavailable(Step.UNKNOWN, new ConnectException("refused")));
        calls.post("Leads", automatic(rule("a"))).mustBe(503, "internal-and-pending");
    }

    private static Job job(Answer answer) {
        return answer.header("lockkeeper-job")
                .flatMap(JobId::parse)
                .flatMap(service.stores.jobs()::find)
                .orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static @Nullable Object withoutItsOwn(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> object -> {
                Map<Object, @Nullable Object> kept = new LinkedHashMap<>();
                object.forEach((key, value) -> {
                    if (!OF_ITS_OWN.contains(key)) {
                        kept.put(key, withoutItsOwn(value));
                    }
                });
                yield kept;
            }
            case List<?> list ->
                list.stream().map(ConfigurationAnswersTest::withoutItsOwn).toList();
            case null -> null;
            case Object value -> value;
        };
    }

    private static List<Object> keys(@Nullable Object json) {
        return List.copyOf(((Map<?, ?>) Json.at(json, "record_locking_configurations", 0)).keySet());
    }
}
