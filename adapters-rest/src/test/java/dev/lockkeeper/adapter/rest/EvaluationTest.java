package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Decisions.CALLER;
import static dev.lockkeeper.adapter.rest.Decisions.COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Decisions.STRANGER;
import static dev.lockkeeper.adapter.rest.Decisions.action;
import static dev.lockkeeper.adapter.rest.Decisions.evaluate;
import static dev.lockkeeper.adapter.rest.Decisions.guest;
import static dev.lockkeeper.adapter.rest.Decisions.press;
import static dev.lockkeeper.adapter.rest.Decisions.question;
import static dev.lockkeeper.adapter.rest.Decisions.resource;
import static dev.lockkeeper.adapter.rest.Decisions.subject;
import static dev.lockkeeper.adapter.rest.Decisions.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.decision.Actor;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decided of one question, why, and what is said along with it. */
class EvaluationTest {

    private static final String SORRY = "Sorry, you cannot perform this operation as the record is locked.";

    @RegisterExtension
    static final Service service = new Service();

    @BeforeAll
    static void usersAreKnown() {
        Decisions.knowUsers(service);
    }

    private static RecordLock aLockedDeal(LockType lockType, LockOrigin origin) {
        Decisions.restrictDeals(service, lockType);
        return service.locked("Deals", Service.RECORD, origin);
    }

    @ParameterizedTest
    @CsvSource({"update", "delete", "tags", "convert", "send_mail", "lock", "read"})
    void permitsEverythingWhereThereIsNoLock(String name) {
        Decisions.restrictDeals(service, LockType.MANUAL);

        evaluate(service, question(CALLER, action(name))).mustBeJson(200, Json.read("""
                        {"decision":true,"context":{"reason_code":"not_locked","revision":0}}"""));
    }

    static Stream<Arguments> questionsAboutALock() {
        return Stream.of(
                Arguments.of(CALLER, action("read"), true, "action_not_restricted"),
                Arguments.of(CALLER, action("convert"), true, "action_not_restricted"),
                Arguments.of(CALLER, action("send_survey"), true, "action_not_restricted"),
                Arguments.of(CALLER, action("send_portal_invitation"), true, "action_not_restricted"),
                Arguments.of(CALLER, press("name", "Reject"), true, "action_not_restricted"),
                Arguments.of(CALLER, update("Description"), true, "fields_excluded"),
                Arguments.of(guest("user", "\"Auditors\""), action("delete"), true, "profile_excluded"),
                Arguments.of(guest("service", "\"77\""), action("delete"), true, "profile_excluded"),
                Arguments.of(guest("user", "77"), action("delete"), true, "profile_excluded"),
                Arguments.of(guest("portal_user", "null"), action("delete"), true, "portal_users_not_restricted"),
                Arguments.of(CALLER, action("unlock"), true, "manual_lock"),
                Arguments.of(CALLER, action("delete"), false, "locked"),
                Arguments.of(CALLER, action("tags"), false, "locked"),
                Arguments.of(CALLER, action("change_owner"), false, "locked"),
                Arguments.of(CALLER, action("send_mail"), false, "locked"),
                Arguments.of(CALLER, press("name", "Approve"), false, "locked"),
                Arguments.of(CALLER, press("id", "815"), false, "locked"),
                Arguments.of(guest("user", "\"Sales\""), action("delete"), false, "locked"),
                Arguments.of(subject("portal_user", Service.CALLER.id()), action("delete"), false, "locked"),
                Arguments.of(COLLEAGUE, action("lock"), false, "already_locked"),
                Arguments.of(STRANGER, action("lock"), false, "no_lock_permission"),
                Arguments.of(STRANGER, action("unlock"), false, "no_lock_permission"));
    }

    @ParameterizedTest
    @MethodSource("questionsAboutALock")
    void saysWhyALockStandsInTheWayOrDoesNot(String subject, String action, boolean decision, String reason) {
        aLockedDeal(LockType.BOTH, Service.BY_COLLEAGUE);

        Answer answer = evaluate(service, question(subject, action));

        assertThat(answer.at("decision")).isEqualTo(decision);
        assertThat(answer.at("context", "reason_code")).isEqualTo(reason);
        assertThat(answer.at("context", "lock", "source")).isEqualTo("manual");
    }

    @Test
    void followsTheLockAndUnlockCallsWhereOnlyRulesLock() {
        aLockedDeal(LockType.AUTOMATIC, Service.BY_RULE);

        assertThat(evaluate(service, question(CALLER, action("lock"))).at("context", "reason_code"))
                .isEqualTo("automatic_only");
        assertThat(evaluate(service, question(CALLER, action("unlock"))).at("context", "reason_code"))
                .isEqualTo("automatic_lock");
    }

    @Test
    void permitsNobodyToUnlockWhatIsNotLocked() {
        Decisions.restrictDeals(service, LockType.MANUAL);

        evaluate(service, question(CALLER, action("unlock"))).mustBeJson(200, Json.read("""
                        {"decision":false,"context":{"reason_code":"not_locked","revision":0}}"""));
    }

    @Test
    void deniesWhatIsOfAModuleThatIsNotKnown() {
        evaluate(service, question(CALLER, update("Amount"), resource("Nonsense", "1")))
                .mustBeJson(200, Json.read("""
                        {"decision":false,"context":{"reason_code":"unknown_module","revision":0,
                         "denied_fields":["Amount"],"allowed_fields":[]}}"""));
    }

    @Test
    void saysWhichFieldsOfAnUpdateAreDenied() {
        aLockedDeal(LockType.MANUAL, Service.BY_COLLEAGUE);

        Answer answer = evaluate(service, question(CALLER, update("Stage", "Description", "Amount", "Stage")));

        assertThat(answer.at("context", "denied_fields").toString()).isEqualTo("[Stage, Amount]");
        assertThat(answer.at("context", "allowed_fields").toString()).isEqualTo("[Description]");
    }

    @Test
    void answersAnUpdateWithAllThatThereIsToSay() {
        RecordLock lock = aLockedDeal(LockType.BOTH, Service.BY_COLLEAGUE_AND_RULE);

        evaluate(service, question(CALLER, action("update")))
                .mustBeJson(200, Json.read("""
                {"decision":false,"context":{"reason_code":"locked","revision":1,
                 "lock":{"id":"%s","source":"both","reason":"fff",
                         "locked_by":{"id":"111111000000047487","name":"priya v"},
                         "locked_time":"2021-07-21T12:38:12.999999Z",
                         "rule":{"id":"111111000000054290","name":"described as sold"}},
                 "denied_fields":[],"allowed_fields":[],
                 "error":{"data":[{"code":"RECORD_LOCKED","message":"%s","status":"error","details":
                     {"api_name":"id","json_path":"$.data[0].id","action":"record_locking"}}]}}}""".formatted(lock.id(), SORRY)));
    }

    @Test
    void showsARulesLockWithoutAnOwner() {
        RecordLock lock = aLockedDeal(LockType.MANUAL, Service.BY_RULE);

        evaluate(service, question(CALLER, action("read"))).mustBeJson(200, Json.read("""
                {"decision":true,"context":{"reason_code":"action_not_restricted","revision":1,
                 "lock":{"id":"%s","source":"automatic","reason":null,"locked_by":null,
                         "locked_time":"2021-07-21T12:38:12.999999Z",
                         "rule":{"id":"111111000000054290","name":null}}}}""".formatted(lock.id())));
    }

    @Test
    void showsALockThatTheCrmIsBeingAskedForWithoutAnId() {
        HeldLock wanted = new HeldLock(null, Service.BY_COLLEAGUE, Service.EARLIER);
        service.stores.index.answer(new LookOutcome.Known(
                new Facts(new Revision(7), Service.module("Deals"), null, wanted, Actor.unknown(false, null))));

        evaluate(service, question(CALLER, action("read"))).mustBeJson(200, Json.read("""
                {"decision":true,"context":{"reason_code":"action_not_restricted","revision":7,
                 "lock":{"id":null,"source":"manual","reason":"fff",
                         "locked_by":{"id":"111111000000047487","name":"priya v"},
                         "locked_time":"2021-07-21T12:38:12.999999Z","rule":null}}}"""));
    }

    @Test
    void passesZohosAnswerToADeleteOn() {
        aLockedDeal(LockType.MANUAL, Service.BY_COLLEAGUE);

        assertThat(evaluate(service, question(CALLER, action("delete"))).at("context", "error"))
                .isEqualTo(Json.read("""
                        {"data":[{"code":"RECORD_LOCKED","status":"error",
                          "message":"You cannot perform this operation as the record is locked.",
                          "details":{"action":"record_locking","id":"%s"}}]}""".formatted(Service.RECORD)));
    }

    @Test
    void passesZohosAnswerToTagsOn() {
        aLockedDeal(LockType.MANUAL, Service.BY_COLLEAGUE);

        assertThat(evaluate(service, question(CALLER, action("tags"))).at("context", "error"))
                .isEqualTo(Json.read("""
                        {"code":"RECORD_LOCKED","status":"error","message":"%s",
                         "details":{"action":"record_locking","id":"%s"}}""".formatted(SORRY, Service.RECORD)));
    }

    @Test
    void passesZohosAnswerToEverythingElseOn() {
        aLockedDeal(LockType.MANUAL, Service.BY_COLLEAGUE);

        for (String action : new String[] {action("change_owner"), action("send_mail"), press("name", "Approve")}) {
            assertThat(evaluate(service, question(CALLER, action)).at("context", "error"))
                    .isEqualTo(Json.read("""
                            {"data":[{"code":"RECORD_LOCKED","status":"error","message":"%s",
                              "details":{"action":"record_locking","id":"%s"}}]}""".formatted(SORRY, Service.RECORD)));
        }
    }

    @Test
    void takesMembersThatItDoesNotKnowAndNullsForWhatIsNotSent() {
        aLockedDeal(LockType.MANUAL, Service.BY_COLLEAGUE);

        Answer answer = evaluate(service, """
                {"subject":{"type":"user","id":"nobody","properties":{"profile":null,"mood":[1.5]},"x":1},
                 "action":{"name":"update","properties":{"fields":null,"name":7},"x":1},
                 "resource":{"type":"deals","id":"%s","properties":7},
                 "context":{"time":"now","at_least_as_fresh":null},"options":7,"x":{}}""".formatted(Service.RECORD));

        assertThat(answer.at("context", "reason_code")).isEqualTo("locked");
    }
}
