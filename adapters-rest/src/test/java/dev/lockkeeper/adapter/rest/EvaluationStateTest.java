package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Decisions.CALLER;
import static dev.lockkeeper.adapter.rest.Decisions.EVALUATION;
import static dev.lockkeeper.adapter.rest.Decisions.EVALUATIONS;
import static dev.lockkeeper.adapter.rest.Decisions.action;
import static dev.lockkeeper.adapter.rest.Decisions.evaluate;
import static dev.lockkeeper.adapter.rest.Decisions.evaluateAll;
import static dev.lockkeeper.adapter.rest.Decisions.question;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.net.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fresh decisions are, where they are made, and what is said when nothing is known. */
class EvaluationStateTest {

    private static final String QUESTION = question(CALLER, action("update"));
    private static final String LONG_QUESTION =
            QUESTION.substring(0, QUESTION.length() - 1) + ",\"x\":\"" + "x".repeat(20_000) + "\"}";

    @RegisterExtension
    static final Service service = new Service();

    @RegisterExtension
    final Log log = new Log("dev.lockkeeper.adapter.rest.error", Level.INFO);

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        service.locked("Deals", Service.RECORD, Service.BY_COLLEAGUE);
    }

    private static String asFreshAs(String revision) {
        return QUESTION.substring(0, QUESTION.length() - 1) + ",\"context\":{\"at_least_as_fresh\":" + revision + "}}";
    }

    private static StoreUnavailable away() {
        return new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new ConnectException("Connection refused"));
    }

    private static void mustNotBeKnown(Answer answer) {
        answer.mustBeMessage(503, "The state of the locks is not known just now; nothing was decided");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "\"1\"", "\"0001\"", "null"})
    void isAsFreshAsTheCallerWantsIt(String revision) {
        assertThat(evaluate(service, asFreshAs(revision)).at("context", "revision"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"2\"", "9223372036854775807"})
    void doesNotKnowWhatHasNotHappenedYet(String revision) {
        mustNotBeKnown(evaluate(service, asFreshAs(revision)));
        mustNotBeKnown(evaluateAll(service, asFreshAs(revision)));
    }

    @Test
    void asksTheStoreWhileTheIndexIsLoadingOrBehind() {
        for (LookOutcome outcome :
                new LookOutcome[] {new LookOutcome.Loading(), new LookOutcome.Behind(Revision.NONE)}) {
            service.stores.index.answer(outcome);
            for (String path : new String[] {EVALUATION, EVALUATIONS}) {
                assertThat(Decisions.call(service, path).body(QUESTION).send().at("context", "reason_code"))
                        .isEqualTo("locked");
            }
        }
    }

    @Test
    void doesNotKnowWhenTheStoreIsAwayToo() {
        service.stores.index.answer(new LookOutcome.Loading());
        service.stores.failLocks(away());

        mustNotBeKnown(evaluate(service, QUESTION));
        mustNotBeKnown(evaluateAll(service, QUESTION));
    }

    @Test
    void saysWhenNothingIsKnown() {
        service.stores.index.answer(new LookOutcome.NotKnown());

        mustNotBeKnown(evaluate(service, QUESTION));
        mustNotBeKnown(evaluate(service, LONG_QUESTION));
    }

    @Test
    void decidesByTheIndexWhateverBecomesOfTheStores() {
        service.stores.failLocks(away());
        service.stores.failModules(away());
        service.stores.failConfigurations(away());
        service.stores.failForgottenAccessTokens(away());

        assertThat(evaluate(service, QUESTION).at("context", "reason_code")).isEqualTo("locked");
    }

    @Test
    void decidesWhereTheRequestCameIn() {
        evaluate(service, QUESTION);
        assertThat(service.stores.index.wasLookedAtOnTheEventLoop()).isTrue();
    }

    @Test
    void readsWhatIsLongElsewhere() {
        assertThat(evaluate(service, LONG_QUESTION).at("context", "reason_code"))
                .isEqualTo("locked");
        assertThat(service.stores.index.wasLookedAtOnTheEventLoop()).isFalse();
    }

    @Test
    void decidesManyElsewhere() {
        evaluateAll(service, QUESTION);
        assertThat(service.stores.index.wasLookedAtOnTheEventLoop()).isFalse();
    }

    @Test
    void asksTheStoreForATokenThatIsNotRemembered() {
        String token = service.token(Service.CALLER, "lockkeeper.decisions");
        String forgotten = service.forgottenToken(Service.CALLER, "lockkeeper.decisions");
        service.stores.failForgottenAccessTokens(away());

        assertThat(with(token).status()).isEqualTo(200);
        with(forgotten).mustBeMessage(503, "The store cannot be reached just now");
    }

    private static Answer with(String token) {
        return service.callWith(token, "POST", EVALUATION)
                .header("Content-Type", "application/json")
                .body(QUESTION)
                .send();
    }

    @Test
    void saysThatAFaultIsItsOwnWhereverItHappens() {
        service.stores.index.fail(new PlantedFault());
        for (String question : new String[] {QUESTION, LONG_QUESTION}) {
            evaluate(service, question).mustBeMessage(500, "Something went wrong here");
            evaluateAll(service, question).mustBeMessage(500, "Something went wrong here");
        }
        service.stores.index.reset();
        service.stores.index.answer(new LookOutcome.Loading());
        service.stores.failLocks(new PlantedFault());

        Answer answer = evaluate(service, QUESTION).mustBeMessage(500, "Something went wrong here");

        assertThat(log.events()).hasSize(5).last().satisfies(event -> {
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("planted by a test");
            assertThat(event.getMDCPropertyMap())
                    .containsEntry("request_id", answer.header("x-request-id").orElseThrow());
        });
    }

    private static final class PlantedFault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PlantedFault() {
            super("planted by a test");
        }
    }
}
