package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Decisions.CALLER;
import static dev.lockkeeper.adapter.rest.Decisions.STRANGER;
import static dev.lockkeeper.adapter.rest.Decisions.action;
import static dev.lockkeeper.adapter.rest.Decisions.evaluate;
import static dev.lockkeeper.adapter.rest.Decisions.evaluateAll;
import static dev.lockkeeper.adapter.rest.Decisions.question;
import static dev.lockkeeper.adapter.rest.Decisions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.decision.LookOutcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many questions in one call. */
class EvaluationsTest {

    private static final String LOCKED = "{\"resource\":" + resource("Deals", Service.RECORD) + "}";
    private static final String FREE = "{\"resource\":" + resource("Deals", Service.OTHER_RECORD) + "}";
    private static final String MALFORMED = "{\"resource\":" + resource("Deals", "x") + "}";

    @RegisterExtension
    static final Service service = new Service();

    @BeforeAll
    static void usersAreKnown() {
        Decisions.knowUsers(service);
    }

    @BeforeEach
    void aDealIsLocked() {
        Decisions.restrictDeals(service, LockType.MANUAL);
        service.locked("Deals", Service.RECORD, Service.BY_COLLEAGUE);
    }

    /** The caller's deletion of these. */
    private static String deletion(String options, String... evaluations) {
        return "{\"subject\":%s,\"action\":%s,%s\"evaluations\":[%s]}"
                .formatted(CALLER, action("delete"), options, String.join(",", evaluations));
    }

    private static String semantic(String word) {
        return "\"options\":{\"evaluations_semantic\":\"" + word + "\"},";
    }

    private static List<?> evaluations(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return (List<?>) answer.at("evaluations");
    }

    private static List<Object> decisions(Answer answer) {
        return evaluations(answer).stream()
                .<Object>map(evaluation -> ((Map<?, ?>) evaluation).get("decision"))
                .toList();
    }

    @Test
    void answersEachInItsPlaceAsOneWouldBe() {
        Answer one = evaluate(service, question(CALLER, action("delete")));

        Answer answer = evaluateAll(service, deletion("", FREE, LOCKED, FREE));

        assertThat(decisions(answer)).containsExactly(true, false, true);
        assertThat(answer.at("evaluations", 1)).isEqualTo(Json.read(one.text()));
        assertThat(answer.header("content-type")).hasValue("application/json");
    }

    @Test
    void takesWhatAnEvaluationLacksFromTheTopLevel() {
        String whole = question(STRANGER, action("lock"), resource("Deals", Service.OTHER_RECORD));

        Answer answer = evaluateAll(
                service,
                "{\"subject\":%s,\"action\":%s,\"resource\":%s,\"evaluations\":[%s]}"
                        .formatted(
                                CALLER,
                                action("delete"),
                                resource("Deals", Service.RECORD),
                                String.join(
                                        ",",
                                        "{}",
                                        "{\"subject\":null}",
                                        "{\"action\":" + action("read") + "}",
                                        whole)));

        assertThat(evaluations(answer).stream()
                        .<Object>map(evaluation -> Json.at(evaluation, "context", "reason_code")))
                .containsExactly("locked", "locked", "action_not_restricted", "no_lock_permission");
    }

    @Test
    void replacesADefaultAsAWhole() {
        Answer answer = evaluateAll(
                service,
                "{\"subject\":%s,\"action\":%s,\"context\":{\"at_least_as_fresh\":99},\"evaluations\":[%s,%s]}"
                        .formatted(
                                CALLER,
                                action("delete"),
                                "{\"resource\":" + resource("Deals", Service.RECORD) + ",\"context\":{}}",
                                "{\"resource\":{\"id\":\"1\"}}"));

        assertThat(answer.at("evaluations", 0, "context", "reason_code")).isEqualTo("locked");
        assertThat(answer.at("evaluations", 1, "context", "error", "message"))
                .isEqualTo("resource.type: a module's api name");
    }

    @ParameterizedTest
    @CsvSource({
        "execute_all,            4",
        "deny_on_first_deny,     2",
        "permit_on_first_permit, 1",
    })
    void stopsWhereTheCallerWantsIt(String semantic, int answered) {
        assertThat(decisions(evaluateAll(service, deletion(semantic(semantic), FREE, LOCKED, FREE, LOCKED))))
                .hasSize(answered);
    }

    @Test
    void takesWhatCannotBeDecidedForADenial() {
        assertThat(decisions(evaluateAll(service, deletion(semantic("deny_on_first_deny"), FREE, MALFORMED, FREE))))
                .containsExactly(true, false);
        assertThat(decisions(
                        evaluateAll(service, deletion(semantic("permit_on_first_permit"), MALFORMED, FREE, LOCKED))))
                .containsExactly(false, true);
    }

    @Test
    void saysInItsPlaceWhatIsWrongWithAnEvaluation() {
        Answer answer = evaluateAll(service, deletion("", MALFORMED, "7", "null", "{}", FREE));

        assertThat(answer.at("evaluations", 0)).isEqualTo(Json.read("""
                {"decision":false,"context":{"error":{"status":400,
                 "message":"resource.id: a positive 64-bit integer without leading zeros, as a text"}}}"""));
        assertThat(answer.at("evaluations", 1, "context", "error", "message")).isEqualTo("an evaluation is an object");
        assertThat(answer.at("evaluations", 2, "context", "error", "message")).isEqualTo("an evaluation is an object");
        assertThat(answer.at("evaluations", 3, "context", "error", "message")).isEqualTo("resource: an object");
        assertThat(answer.at("evaluations", 4, "decision")).isEqualTo(true);
    }

    @Test
    void saysInItsPlaceThatAStateIsNotKnown() {
        service.stores.index.answer(new LookOutcome.NotKnown());

        Answer answer = evaluateAll(service, deletion("", FREE, MALFORMED));

        assertThat(answer.at("evaluations", 0)).isEqualTo(Json.read("""
                {"decision":false,"context":{"error":{"status":503,"message":"The state of the locks is not known just \
                now; nothing was decided, so do not take it for a no."}}}"""));
        assertThat(answer.at("evaluations", 1, "context", "error", "status")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"subject\":7,                                  | subject: an object",
                "\"action\":{\"name\":\"x\"},                    | action.name: update,",
                "\"resource\":{},                                | resource.type: a module's api name",
                "\"context\":{\"at_least_as_fresh\":-1},         | context.at_least_as_fresh: a revision",
                "\"options\":[],                                 | options: an object",
                "\"options\":{\"evaluations_semantic\":\"all\"}, | options.evaluations_semantic: execute_all, deny_on",
                "\"options\":{\"evaluations_semantic\":7},       | options.evaluations_semantic: execute_all, deny_on",
            })
    void refusesTheWholeForWhatAllHaveInCommon(String common, String message) {
        evaluateAll(service, "{" + common + "\"evaluations\":[" + FREE + "]}").mustBeMessage(400, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"evaluations\":null,", "\"evaluations\":[],", "\"evaluations\":[],\"options\":7,"})
    void isAsOneEvaluationWhereThereAreNone(String none) {
        String body = question(CALLER, action("delete"));

        evaluateAll(service, "{" + none + body.substring(1))
                .mustBeJson(200, Json.read(evaluate(service, body).text()));
        evaluateAll(service, "{" + none + "\"subject\":" + CALLER + "}").mustBeMessage(400, "action: an object");
        service.stores.index.answer(new LookOutcome.NotKnown());
        evaluateAll(service, "{" + none + body.substring(1)).mustBeMessage(503, "The state of the locks is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "\"x\"", "true"})
    void takesNothingButAnArray(String evaluations) {
        evaluateAll(service, "{\"evaluations\":" + evaluations + "}").mustBeMessage(400, "evaluations: an array");
    }

    @Test
    void takesAThousandAndNoMore() {
        String thousand = String.join(",", Collections.nCopies(1000, LOCKED));

        assertThat(evaluations(evaluateAll(service, deletion("", thousand)))).hasSize(1000);
        evaluateAll(service, deletion("", thousand, FREE)).mustBeMessage(400, "evaluations: an array of at most 1000");
    }
}
