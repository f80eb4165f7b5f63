package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.net.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told of faults that are not theirs. */
class FailuresTest {

    private static final String LOCKS = "/api/v1/locks";
    private static final String HISTORY = "/api/v1/records/Deals/" + RECORD + "/history";

    @RegisterExtension
    static final Service service = new Service();

    @RegisterExtension
    final Log log = new Log("dev.lockkeeper.adapter.rest.error", Level.INFO);

    private RecordLock lock;

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfOursTellsNothing(Operation operation) {
        service.stores.failLocks(new Fault());
        Answer answer = onTheDeal(operation).mustBe(500, "internal");

        assertThat(log.events()).singleElement().satisfies(event -> {
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("planted by a test");
            assertThat(event.getMDCPropertyMap())
                    .containsEntry("request_id", answer.header("x-request-id").orElseThrow());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatIsAwayAsksToComeAgain(Operation operation) {
        service.stores.failLocks(unavailable(Step.NOT_TAKEN));
        Answer answer = onTheDeal(operation).mustBe(503, "internal");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCK", "CHANGE", "UNLOCK"})
    void aChangeWhoseOutcomeIsOpenIsPending(Operation operation) {
        service.stores.failLocks(unavailable(Step.UNKNOWN));
        Answer answer = onTheDeal(operation).mustBe(503, "internal-and-pending");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @ParameterizedTest
    @EnumSource
    void configurationsThatAreAwayAreNotTakenForNone(Operation operation) {
        service.stores.failConfigurations(unavailable(Step.NOT_TAKEN));
        Answer answer = onTheDeal(operation).mustBe(503, "internal");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @ParameterizedTest
    @EnumSource
    void tokensThatAreAwayAreNotTakenForInvalid(Operation operation) {
        service.stores.failAccessTokens(unavailable(Step.NOT_TAKEN));
        Answer answer = onTheDeal(operation).mustBe(503, "internal");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @Test
    void aFaultInTheStoreOfTokensIsOursToo() {
        service.stores.failAccessTokens(new Fault());
        onTheDeal(Operation.LIST).mustBe(500, "internal");
        service.call("GET", LOCKS).send().mustBeProblem(500, "Internal Server Error", "Something went wrong here");
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCKS, HISTORY})
    void theManagementSurfaceAnswersWithProblems(String path) {
        service.stores.failLocks(new Fault());
        service.call("GET", path).send().mustBeProblem(500, "Internal Server Error", "Something went wrong here");

        service.stores.failLocks(unavailable(Step.NOT_TAKEN));
        Answer answer = service.call("GET", path)
                .send()
                .mustBeProblem(503, "Service Unavailable", "The store cannot be reached just now");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @Test
    void theManagementSurfaceSaysWhenTokensAreAway() {
        service.stores.failAccessTokens(unavailable(Step.NOT_TAKEN));
        Answer answer =
                service.call("GET", LOCKS).send().mustBeProblem(503, "Service Unavailable", "The store cannot be");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    @Test
    void whatIsRefusedWithoutTheStoreOfLocksStaysRefusedWhileItIsAway() {
        service.stores.failLocks(unavailable(Step.NOT_TAKEN));
        service.call("POST", lockOf("Deals", OTHER_RECORD))
                .body("{\"data\":[{}]}")
                .send()
                .mustBe(400, "mandatory");
        service.call("GET", lockOf("Deals", "0")).send().mustBe(400, "invalid-record-id");
    }

    private Answer onTheDeal(Operation operation) {
        return operation.of(service, lockOf("Deals", RECORD), lock.id()).send();
    }

    private static StoreUnavailable unavailable(Step step) {
        return new StoreUnavailable(step, new ConnectException("Connection refused: db.internal:5432"));
    }

    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Fault() {
            super("planted by a test");
        }
    }
}
