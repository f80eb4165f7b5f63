package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.BY_RULE;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lock calls are refused with, against the golden bodies. */
class LockRefusalsTest {

    private static final String NOT_LOCKED = "5843104000000425567";

    @RegisterExtension
    static final Service service = new Service();

    private RecordLock manual;
    private RecordLock automatic;
    private List<RecordLock> before;

    @BeforeEach
    void twoDealsAreLocked() {
        service.configured("Deals", LockType.BOTH);
        manual = service.locked("Deals", RECORD, BY_COLLEAGUE);
        automatic = service.locked("Deals", OTHER_RECORD, BY_RULE);
        before = service.locks();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(service.locks()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void moduleThatDoesNotExist(Operation operation) {
        operation.of(service, lockOf("Potentials", RECORD), manual.id()).send().mustBe(400, "invalid-module");
    }

    @ParameterizedTest
    @EnumSource
    void moduleWhoseRecordsAreTheLocks(Operation operation) {
        operation
                .of(service, lockOf("Locking_Information__s", RECORD), manual.id())
                .send()
                .mustBe(400, "invalid-module");
    }

    @ParameterizedTest
    @EnumSource
    void recordIdThatIsNone(Operation operation) {
        operation.of(service, lockOf("Deals", "abc"), manual.id()).send().mustBe(400, "invalid-record-id");
    }

    @ParameterizedTest
    @EnumSource
    void relationThatDoesNotExist(Operation operation) {
        String golden = operation == Operation.UNLOCK ? "relation-not-found-on-delete" : "relation-not-found";
        operation
                .of(service, "/crm/v8/Deals/" + RECORD + "/Notes", manual.id())
                .send()
                .mustBe(400, golden);
    }

    @ParameterizedTest
    @EnumSource
    void moduleWithoutAConfiguration(Operation operation) {
        operation.of(service, lockOf("Leads", RECORD), manual.id()).send().mustBe(400, "no-configuration");
    }

    @ParameterizedTest
    @EnumSource
    void moduleThatSupportsNoLocking(Operation operation) {
        operation.of(service, lockOf("Calls", RECORD), manual.id()).send().mustBe(400, "no-configuration");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LOCK", "LIST"})
    void lockIdThatIsNone(Operation operation) {
        operation.of(service, lockOf("Deals", RECORD), "abc").send().mustBe(400, "invalid-lock-id");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LOCK", "LIST"})
    void lockThatDoesNotExist(Operation operation) {
        operation.of(service, lockOf("Deals", RECORD), "1").send().mustBe(400, "invalid-lock-id");
        operation.of(service, lockOf("Deals", NOT_LOCKED), "1").send().mustBe(400, "invalid-lock-id");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LOCK", "LIST"})
    void lockOfAnotherRecord(Operation operation) {
        operation.of(service, lockOf("Deals", RECORD), automatic.id()).send().mustBe(400, "invalid-lock-id");
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "DELETE, ''", "PATCH, ''", "OPTIONS, ''", "POST, /1", "PATCH, /1", "TRACE, /1"})
    void methodThatTheAddressDoesNotKnow(String method, String suffix) {
        service.call(method, lockOf("Deals", RECORD) + suffix)
                .body(Service.body("deal in progress"))
                .send()
                .mustBe(403, "wrong-request-method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCK", "lock", "P-OST"})
    void methodThatNobodyKnows(String method) {
        service.sendRaw(
                        method + " " + lockOf("Deals", RECORD) + " HTTP/1.1",
                        "Authorization: Zoho-oauthtoken " + service.ofCaller)
                .mustBe(403, "wrong-request-method");
    }

    @Test
    void locksThatAreNotAskedForByField() {
        service.call("GET", lockOf("Deals", RECORD)).send().mustBe(400, "parameter-missing", "param", "fields");
        service.call("GET", lockOf("Deals", NOT_LOCKED) + "?fields=%20")
                .send()
                .mustBe(400, "parameter-missing", "param", "fields");
    }

    @Test
    void reasonThatIsMissing() {
        service.call("POST", lockOf("Deals", NOT_LOCKED))
                .body("{\"data\":[{}]}")
                .send()
                .mustBe(400, "mandatory");
        service.call("PUT", lockOf("Deals", RECORD, manual.id()))
                .body("{\"data\":[{}]}")
                .send()
                .mustBe(400, "mandatory");
    }

    @Test
    void recordThatIsLocked() {
        Operation.LOCK.of(service, lockOf("Deals", RECORD), "").send().mustBe(403, "already-locked");
        Operation.LOCK.of(service, lockOf("Deals", OTHER_RECORD), "").send().mustBe(403, "already-locked");
    }

    @Test
    void manualLockWhereOnlyAutomaticLockingIsConfigured() {
        service.configured("Deals", LockType.AUTOMATIC);
        Operation.LOCK.of(service, lockOf("Deals", NOT_LOCKED), "").send().mustBe(403, "automatic-only");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGE", "UNLOCK"})
    void changeOfAnAutomaticLock(Operation operation) {
        operation
                .of(service, lockOf("Deals", OTHER_RECORD), automatic.id())
                .send()
                .mustBe(403, "automatic-lock-cannot-be-unlocked");
    }

    @Test
    void callerWithoutThePermissionToLock() {
        Operation.LOCK
                .of(service, service.ofStranger, lockOf("Deals", NOT_LOCKED), "")
                .send()
                .mustBe(403, "no-permission-to-lock");
        Operation.CHANGE
                .of(service, service.ofStranger, lockOf("Deals", RECORD), manual.id())
                .send()
                .mustBe(403, "no-permission-to-lock");
        Operation.UNLOCK
                .of(service, service.ofStranger, lockOf("Deals", RECORD), manual.id())
                .send()
                .mustBe(403, "no-permission-to-unlock");
    }
}
