package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE_AND_RULE;
import static dev.lockkeeper.adapter.rest.Service.BY_RULE;
import static dev.lockkeeper.adapter.rest.Service.BY_STRANGER;
import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lock calls answer when they succeed, against the golden bodies. */
class LockAnswersTest {

    @RegisterExtension
    static final Service service = new Service();

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.BOTH);
    }

    @Test
    void addsALock() {
        Answer answer = service.call("POST", lockOf("Deals", RECORD))
                .body("{\"data\":[{\"Locked_Reason__s\":\"deal in progress\"}]}")
                .send();

        RecordLock lock = service.locks().getFirst();
        answer.mustBe(201, "record-added", "lock", lock.id());
        assertThat(lock.origin()).isEqualTo(new LockOrigin.Manual(CALLER.ref(), new LockReason("deal in progress")));
        assertThat(service.history("Deals", RECORD)).hasSize(1);
    }

    @Test
    void showsAManualLock() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
        mustList("manual-lock", lock);
    }

    @Test
    void showsAnAutomaticLock() {
        RecordLock lock = service.locked("Deals", RECORD, BY_RULE);
        mustList("automatic-lock", lock);
    }

    @Test
    void showsALockOfAPersonAndARule() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE_AND_RULE);
        mustList("both-lock", lock);
    }

    @Test
    void showsTheNameOfARecordThatWasReported() {
        service.locked("Deals", RECORD, BY_COLLEAGUE);
        service.reported("Deals", RECORD, "Acme deal");
        assertThat(service.call("GET", listOf("Deals", RECORD)).send().at("data", 0, "Locked_For__s", "name"))
                .isEqualTo("Acme deal");
        assertThat(service.call("GET", "/api/v1/locks").send().at("items", 0, "record_name"))
                .isEqualTo("Acme deal");
    }

    @Test
    void showsALockByItsIdWithoutInfo() {
        service.configured("Leads", LockType.AUTOMATIC);
        RecordLock lock = service.locked("Leads", RECORD, BY_RULE);
        service.call("GET", lockOf("Leads", RECORD, lock.id()))
                .send()
                .mustBe(200, "automatic-lock-by-id", replacements("Leads", lock));
    }

    @Test
    void keepsTheKeysOfALockInTheOrderOfTheSample() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
        Answer answer = service.call("GET", listOf("Deals", RECORD)).send();

        assertThat(keys(answer.at("data", 0)))
                .isEqualTo(keys(Json.at(Golden.body("manual-lock", replacements("Deals", lock)), "data", 0)));
        assertThat(keys(answer.at())).containsExactly("data", "info");
    }

    @Test
    void answersNothingWhenARecordIsNotLocked() {
        Answer answer = service.call("GET", listOf("Deals", RECORD)).send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void tellsACallerWithoutThePermissionThatALockIsReadOnly() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
        Answer answer = service.callWith(service.ofStranger, "GET", lockOf("Deals", RECORD, lock.id()))
                .send();

        assertThat(answer.at("data", 0, "$editable")).isEqualTo(false);
        assertThat(answer.at("data", 0, "$sharing_permission")).isEqualTo("read_only");
    }

    @Test
    void tellsTheOwnerOfALockThatItIsEditableWithoutThePermissionToo() {
        RecordLock lock = service.locked("Deals", RECORD, BY_STRANGER);
        Answer answer = service.callWith(service.ofStranger, "GET", lockOf("Deals", RECORD, lock.id()))
                .send();

        assertThat(answer.at("data", 0, "$editable")).isEqualTo(true);
        assertThat(answer.at("data", 0, "$sharing_permission")).isEqualTo("full_access");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Locked_Reason__s", " Locked_Reason__s , Nonsense,", "id,Locked_Reason__s,Locked_Reason__s"})
    void answersTheFieldsAskedForAndThoseThatAreAlwaysThere(String fields) {
        service.locked("Deals", RECORD, BY_COLLEAGUE);
        Answer answer = service.call("GET", lockOf("Deals", RECORD) + "?fields=" + fields.replace(" ", "%20"))
                .send();

        assertThat(keys(answer.at("data", 0)))
                .containsExactly(
                        "$field_states",
                        "Locked_Reason__s",
                        "$editable",
                        "id",
                        "$sharing_permission",
                        "Feature_Type__s",
                        "$zia_visions");
    }

    @Test
    void changesAReason() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
        service.call("PUT", lockOf("Deals", RECORD, lock.id()))
                .body(Service.body(" approved, awaiting signature\n"))
                .send()
                .mustBe(200, "relation-updated", "lock", lock.id());

        assertThat(service.locks())
                .singleElement()
                .extracting(RecordLock::origin)
                .isEqualTo(new LockOrigin.Manual(
                        Service.COLLEAGUE.ref(), new LockReason(" approved, awaiting signature\n")));
    }

    @Test
    void removesALock() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
        service.call("DELETE", lockOf("Deals", RECORD, lock.id()))
                .send()
                .mustBe(200, "relation-removed", "lock", lock.id());

        assertThat(service.locks()).isEmpty();
        assertThat(service.history("Deals", RECORD)).hasSize(2);
    }

    @Test
    void leavesTheRulesPartOfALockWhenThePersonsIsRemoved() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE_AND_RULE);
        service.call("DELETE", lockOf("Deals", RECORD, lock.id()))
                .send()
                .mustBe(200, "relation-removed", "lock", lock.id());

        assertThat(service.locks())
                .singleElement()
                .extracting(left -> left.origin().source())
                .isEqualTo(LockSource.AUTOMATIC);
        mustList("automatic-lock", service.locks().getFirst());
    }

    private static void mustList(String golden, RecordLock lock) {
        service.call("GET", listOf("Deals", RECORD)).send().mustBe(200, golden, replacements("Deals", lock));
    }

    private static Object[] replacements(String module, RecordLock lock) {
        return new Object[] {
            "lock",
            lock.id(),
            "configuration",
            lock.configuration(),
            "module",
            Service.module(module).id()
        };
    }

    private static List<Object> keys(Object object) {
        return List.copyOf(((Map<?, ?>) object).keySet());
    }
}
