package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a user may do to a record, at once. */
class RecordAccessTest {

    @RegisterExtension
    static final Service service = new Service();

    @BeforeAll
    static void usersAreKnown() {
        Decisions.knowUsers(service);
    }

    private static Answer show(String module, String record, String query) {
        return service.call("GET", "/api/v1/records/" + module + "/" + record + "/access" + query)
                .send();
    }

    private static Answer showDeal(User user) {
        return show("deals", Service.RECORD, "?user=" + user.id());
    }

    @Test
    void showsWhatALockLeavesToDo() {
        Decisions.restrictDeals(service, LockType.BOTH);
        RecordLock lock = service.locked("Deals", Service.RECORD, Service.BY_COLLEAGUE_AND_RULE);

        showDeal(Service.CALLER).mustBeJson(200, Json.read("""
                {"module":"Deals","id":"%s","user":{"id":"5843104000000424672","name":"Patricia Boyle"},
                 "revision":1,"locked":true,
                 "lock":{"id":"%s","source":"both","reason":"fff",
                         "locked_by":{"id":"111111000000047487","name":"priya v"},
                         "locked_time":"2021-07-21T12:38:12.999999Z",
                         "rule":{"id":"111111000000054290","name":"described as sold"}},
                 "actions":{
                   "read":{"decision":true,"reason_code":"action_not_restricted"},
                   "update":{"decision":false,"reason_code":"locked"},
                   "delete":{"decision":false,"reason_code":"locked"},
                   "tags":{"decision":false,"reason_code":"locked"},
                   "convert":{"decision":true,"reason_code":"action_not_restricted"},
                   "change_owner":{"decision":false,"reason_code":"locked"},
                   "send_mail":{"decision":false,"reason_code":"locked"},
                   "send_survey":{"decision":true,"reason_code":"action_not_restricted"},
                   "send_portal_invitation":{"decision":true,"reason_code":"action_not_restricted"},
                   "lock":{"decision":false,"reason_code":"already_locked"},
                   "unlock":{"decision":true,"reason_code":"manual_lock"}},
                 "custom_buttons":[
                   {"id":null,"name":"Approve","decision":false,"reason_code":"locked"},
                   {"id":"815","name":null,"decision":false,"reason_code":"locked"}],
                 "editable_fields":["Description"]}""".formatted(Service.RECORD, lock.id())));
    }

    @Test
    void showsThatNothingStandsInTheWayWithoutALock() {
        Answer answer = showDeal(Service.STRANGER);

        assertThat(answer.at("locked")).isEqualTo(false);
        assertThat(answer.text()).contains("\"lock\":null");
        assertThat(answer.at("actions", "update")).isEqualTo(Map.of("decision", true, "reason_code", "not_locked"));
        assertThat(answer.at("actions", "lock")).isEqualTo(Map.of("decision", false, "reason_code", "unknown_module"));
        assertThat(answer.at("custom_buttons")).isEqualTo(List.of());
        assertThat(answer.at("editable_fields"))
                .isEqualTo(Service.module("Deals").fields().stream()
                        .filter(field -> !field.readOnly())
                        .map(CrmField::apiName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?user", "?user=", "?user=0", "?user=ada", "?user=1.5"})
    void asksForAUser(String query) {
        show("Deals", "1", query).mustBeProblem(400, "Bad Request", "user: a user's id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.0", "9223372036854775808"})
    void saysWhatIsNoRevision(String revision) {
        show("Deals", "1", "?user=1&at_least_as_fresh=" + revision)
                .mustBeProblem(400, "Bad Request", "at_least_as_fresh: a revision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1"})
    void isAsFreshAsTheCallerWantsIt(String revision) {
        service.configured("Deals", LockType.MANUAL);
        service.locked("Deals", Service.RECORD, Service.BY_COLLEAGUE);

        Answer answer =
                show("Deals", Service.RECORD, "?user=" + Service.CALLER.id() + "&at_least_as_fresh=" + revision);

        assertThat(answer.at("revision")).isEqualTo(1);
    }

    @Test
    void knowsNoOtherUsersModulesAndRecords() {
        show("Deals", "1", "?user=4711").mustBeProblem(404, "Not Found", "There is no user of this id");
        show("Nonsense", "1", "?user=" + Service.CALLER.id())
                .mustBeProblem(404, "Not Found", "There is no module Nonsense");
        show("Deals", "x", "?user=" + Service.CALLER.id())
                .mustBeProblem(400, "Bad Request", "record_id: a positive 64-bit integer");
    }

    @Test
    void saysWhenTheStateIsNotKnown() {
        service.stores.index.answer(new LookOutcome.NotKnown());

        Answer answer = showDeal(Service.CALLER)
                .mustBeProblem(503, "Service Unavailable", "The state of the locks is not known just now");

        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @Test
    void asksForTheScope() {
        String scopeless = service.token(Service.CALLER, "lockkeeper.records.write", "lockkeeper.locks.read");

        service.callWith(scopeless, "GET", "/api/v1/records/Deals/1/access?user=1")
                .send()
                .mustBeProblem(403, "Forbidden", "The access token lacks the scope");
    }
}
