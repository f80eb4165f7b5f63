package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of one record. */
class ReportsTest {

    private static final RuleId RULE = new RuleId(5843104000000820017L);
    private static final String PATH = "/api/v1/records/Leads/" + Service.RECORD;

    @RegisterExtension
    static final Service service = new Service();

    private static void givenARule() {
        service.stores
                .configurations()
                .add(
                        Service.module("Leads").id(),
                        Policies.withRules(LockType.BOTH, Policies.rule(RULE, "sold")),
                        false);
    }

    private static Answer report(String body) {
        return service.call("PUT", PATH).body(body).send();
    }

    @Test
    void locksARecordThatARuleMatches() {
        givenARule();

        Answer answer = report("{\"name\":\"Ada\",\"owner_id\":\"42\",\"fields\":{\"Description\":\"Sold\"}}");

        answer.mustBeJson(
                200,
                record(
                        "Ada",
                        1,
                        lock(answer, "automatic", Map.of("id", RULE.toString(), "name", "described as sold"))));
        assertThat(answer.header("lockkeeper-revision")).hasValue("1");
        service.call("GET", Service.listOf("Leads", Service.RECORD)).send();
    }

    @Test
    void releasesItWhenNoRuleMatches() {
        givenARule();
        report("{\"name\":\"Ada\",\"fields\":{\"Description\":\"Sold\"}}");

        report("{\"name\":\"Ada\",\"fields\":{}}").mustBeJson(200, record("Ada", 2, null));
    }

    @Test
    void showsAPersonsLockWithoutARule() {
        givenARule();
        service.locked("Leads", Service.RECORD, Service.BY_COLLEAGUE);

        Answer answer = report("{\"name\":null}");

        answer.mustBeJson(200, record(null, 1, lock(answer, "manual", null)));
        assertThat(report("{\"fields\":{\"Description\":\"sold\"}}").at("lock", "source"))
                .isEqualTo("both");
    }

    @Test
    void takesNoteWithoutAnyConfiguration() {
        report("{\"id\":\"not looked at\",\"name\":\"Ada\",\"fields\":{\"Unknown\":[1,{\"a\":null}]}}")
                .mustBeJson(200, record("Ada", 0, null));
    }

    @Test
    void shortensNoName() {
        report("{\"name\":\"" + "😀".repeat(500) + "\"}").mustBeJson(200, record("😀".repeat(500), 0, null));
        report("{\"name\":\"" + "😀".repeat(501) + "\"}")
                .mustBeProblem(400, "Bad Request", "name: at most 500 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                     | The body is not a JSON object",
                "{\"name\":\"a\"} {}                    | The body is not a JSON object",
                "{\"name\":\"a\",\"name\":\"b\"}        | The body is not a JSON object",
                "{\"name\":7}                           | name: a text",
                "{\"owner_id\":\"007\"}                 | owner_id: a positive",
                "{\"owner_id\":1.5}                     | owner_id: a positive",
                "{\"owner_id\":true}                    | owner_id: a positive",
                "{\"fields\":[]}                        | fields: an object",
                "{\"fields\":{\"a\":1e999999999}}       | numbers have at most 200 digits",
                "{\"fields\":{\"a\":[{\"b\":1e-201}]}}  | numbers have at most 200 digits",
                "{\"fields\":{\"a\":\"\\u0000\"}}       | numbers have at most 200 digits, and texts neither",
                "{\"fields\":{\"\\u0000\":1}}           | numbers have at most 200 digits, and texts neither",
                "{\"name\":\"\\ud800\"}                 | numbers have at most 200 digits, and texts neither",
            })
    void saysWhatIsWrongWithABody(String body, String detail) {
        report(body).mustBeProblem(400, "Bad Request", detail);
    }

    @Test
    void refusesABodyOfMoreThanOneMegabyte() {
        report("{\"name\":\"Ada\",\"fields\":{\"Description\":\"" + "x".repeat(1 << 20) + "\"}}")
                .mustBeProblem(413, "Request Entity Too Large", "The request's body is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "9223372036854775808"})
    void refusesWhatIsNoRecordId(String id) {
        for (String method : new String[] {"PUT", "DELETE"}) {
            service.call(method, "/api/v1/records/Leads/" + id)
                    .body("{}")
                    .send()
                    .mustBeProblem(400, "Bad Request", "record_id: a positive 64-bit integer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nonsense", "Locking_Information__s"})
    void knowsNoOtherModules(String module) {
        for (String method : new String[] {"PUT", "DELETE"}) {
            service.call(method, "/api/v1/records/" + module + "/1")
                    .body("{}")
                    .send()
                    .mustBeProblem(404, "Not Found", "There is no module " + module);
        }
    }

    @Test
    void endsTheLockOfARecordThatIsGone() {
        givenARule();
        service.locked("Leads", Service.RECORD, Service.BY_COLLEAGUE);

        Answer gone = service.call("DELETE", PATH).send();
        Answer again = service.call("DELETE", PATH).send();

        assertThat(gone.status()).isEqualTo(204);
        assertThat(gone.header("lockkeeper-revision")).hasValue("2");
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.header("lockkeeper-revision")).isEmpty();
        assertThat(service.history("Leads", Service.RECORD)).hasSize(2);
    }

    @Test
    void asksForItsScope() {
        String reader = service.token(Service.CALLER, "lockkeeper.locks.read", "ZohoCRM.modules.ALL");
        String writer = service.token(Service.CALLER, "lockkeeper.records.write");

        for (String method : new String[] {"PUT", "DELETE"}) {
            service.callWith(reader, method, PATH)
                    .body("{}")
                    .send()
                    .mustBeProblem(403, "Forbidden", "The access token");
            assertThat(service.callWith(writer, method, PATH).body("{}").send().status())
                    .isBetween(200, 204);
        }
    }

    @Test
    void saysWhenTheStoreIsAway() {
        service.stores.failLocks(new StoreUnavailable(StoreUnavailable.Step.UNKNOWN, new IOException("gone")));

        Answer answer = report("{}");

        answer.mustBeProblem(503, "Service Unavailable", "The store went away during the change");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    private static Map<String, @Nullable Object> record(@Nullable String name, int revision, @Nullable Object lock) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("module", "Leads");
        record.put("id", Service.RECORD);
        record.put("name", name);
        record.put("revision", revision);
        record.put("lock", lock);
        return record;
    }

    private static Map<String, @Nullable Object> lock(Answer answer, String source, @Nullable Object rule) {
        Map<String, @Nullable Object> lock = new LinkedHashMap<>();
        lock.put("id", answer.at("lock", "id"));
        lock.put("source", source);
        lock.put("rule", rule);
        return lock;
    }
}
