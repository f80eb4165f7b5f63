package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RuleId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of many records. */
class BulkReportsTest {

    private static final RuleId RULE = new RuleId(5843104000000820017L);

    @RegisterExtension
    static final Service service = new Service();

    private static Answer report(String records) {
        return service.call("POST", "/api/v1/records/Leads")
                .body("{\"records\":" + records.replace('\'', '"') + "}")
                .send();
    }

    private static void givenARule() {
        service.stores
                .configurations()
                .add(
                        Service.module("Leads").id(),
                        Policies.withRules(LockType.BOTH, Policies.rule(RULE, "sold")),
                        false);
    }

    @Test
    void appliesTheGoodOnesAndGivesEachBadOneItsErrorInItsPlace() {
        givenARule();

        Answer answer = report("""
                [{'id':'3','name':'c','fields':{'Description':'free'}},
                 {'id':'0','name':'bad id'},
                 'no object',
                 {'id':1,'fields':{'Description':'free'}},
                 {'id':'2','name':7},
                 {'name':'no id'},
                 {'id':'3','name':'c again','fields':{'Description':'sold'}}]
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat((List<?>) answer.at("results")).hasSize(7);
        assertThat(answer.at("results", 0, "name")).isEqualTo("c");
        assertThat(answer.at("results", 1, "id")).isEqualTo("0");
        assertThat(answer.at("results", 1, "error", "status")).isEqualTo(400);
        assertThat(answer.at("results", 1, "error", "detail").toString()).startsWith("id: a positive 64-bit integer");
        assertThat(answer.at("results", 2, "error", "detail")).isEqualTo("a record is an object");
        assertThat(answer.at("results", 3, "id")).isEqualTo("1");
        assertThat(answer.at("results", 4, "id")).isEqualTo("2");
        assertThat(answer.at("results", 4, "error", "detail")).isEqualTo("name: a text");
        assertThat(answer.at("results", 5, "error", "detail").toString()).startsWith("id: ");
        assertThat(answer.at("results", 6, "name")).isEqualTo("c again");
        assertThat(answer.at("results", 6, "lock", "source")).isEqualTo("automatic");
        assertThat(service.locks()).hasSize(1);
    }

    @Test
    void takesAThousandAndNotOneMore() {
        assertThat((List<?>) report(records(1000)).at("results")).hasSize(1000);
        report(records(1001)).mustBeProblem(400, "Bad Request", "records: an array of at most 1000 records");
    }

    @Test
    void takesNone() {
        report("[]").mustBe(200, "no-results");
    }

    @Test
    void takesMoreThanOneMegabyte() {
        String text = "x".repeat(2000);
        String records = IntStream.rangeClosed(1, 1000)
                .mapToObj(id -> "{'id':'%d','fields':{'Description':'%s'}}".formatted(id, text))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(report(records).status()).isEqualTo(200);
    }

    @Test
    void refusesAFloodOfSmallValues() {
        report("[],\"x\":[" + "0,".repeat(500_000) + "0]").mustBeProblem(400, "Bad Request", "The body is not a JSON");
    }

    @Test
    void refusesMoreThanTheServerTakes() {
        report("['" + "x".repeat(11 << 20) + "']")
                .mustBeProblem(413, "Request Entity Too Large", "The request's body is too large");
    }

    private static String records(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("{'id':'%d'}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"records\":{}}", "{\"records\":null}", "{}"})
    void refusesWhatHoldsNoRecords(String body) {
        service.call("POST", "/api/v1/records/Leads")
                .body(body)
                .send()
                .mustBeProblem(400, "Bad Request", "records: an array");
    }

    @Test
    void refusesWhatIsNoJson() {
        service.call("POST", "/api/v1/records/Leads")
                .body("{\"records\":[}")
                .send()
                .mustBeProblem(400, "Bad Request", "The body is not a JSON object");
    }

    @Test
    void knowsNoOtherModules() {
        service.call("POST", "/api/v1/records/Nonsense")
                .body("{\"records\":[]}")
                .send()
                .mustBeProblem(404, "Not Found", "There is no module Nonsense");
    }

    @Test
    void asksForItsScope() {
        String reader = service.token(Service.CALLER, "lockkeeper.locks.read");

        service.callWith(reader, "POST", "/api/v1/records/Leads")
                .body("{\"records\":[]}")
                .send()
                .mustBeProblem(403, "Forbidden", "The access token");
    }
}
