package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE_AND_RULE;
import static dev.lockkeeper.adapter.rest.Service.BY_RULE;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/v1/records/{module}/{id}/history}, and the revisions that calls carry. */
class LockHistoryTest {

    private static final String HISTORY = "/api/v1/records/Deals/" + RECORD + "/history";

    @RegisterExtension
    static final Service service = new Service();

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.BOTH);
    }

    @Test
    void tellsWhatHappenedOldestFirst() {
        Operation.LOCK.of(service, lockOf("Deals", RECORD), "").send();
        RecordLock lock = service.locks().getFirst();
        service.locked("Deals", OTHER_RECORD, BY_RULE);
        service.call("PUT", lockOf("Deals", RECORD, lock.id()))
                .body(Service.body("approved"))
                .send();
        Operation.UNLOCK.of(service, lockOf("Deals", RECORD), lock.id()).send();

        Answer answer = service.call("GET", HISTORY).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).hasValue("application/json");
        assertThat(answer.at())
                .isEqualTo(Json.read("""
                {"items":[
                {"revision":1,"event":"locked","at":"2023-09-05T12:54:49.123456Z",
                "by":{"id":"5843104000000424672","name":"Patricia Boyle"},"reason":"deal in progress","source":"manual",
                "rule_id":null,"lock_id":"LOCK","cause":"request"},
                {"revision":3,"event":"reason_changed","at":"2023-09-05T12:54:49.123456Z",
                "by":{"id":"5843104000000424672","name":"Patricia Boyle"},"reason":"approved","source":"manual",
                "rule_id":null,"lock_id":"LOCK","cause":"request"},
                {"revision":4,"event":"unlocked","at":"2023-09-05T12:54:49.123456Z",
                "by":{"id":"5843104000000424672","name":"Patricia Boyle"},"reason":"approved","source":"manual",
                "rule_id":null,"lock_id":"LOCK","cause":"request"}],
                "next_cursor":null}
                """.replace("LOCK", lock.id().toString())));
    }

    @Test
    void tellsOfWhatRulesDid() {
        RecordLock lock = service.locked("Deals", RECORD, BY_COLLEAGUE_AND_RULE);
        Operation.UNLOCK.of(service, lockOf("Deals", RECORD), lock.id()).send();
        service.locked("Deals", OTHER_RECORD, BY_RULE);

        Answer both = service.call("GET", HISTORY).send();
        assertThat(both.at("items", 1, "event")).isEqualTo("source_changed");
        assertThat(both.at("items", 1, "source")).isEqualTo("automatic");
        assertThat(both.at("items", 1, "rule_id")).isEqualTo("111111000000054290");

        Answer automatic =
                service.call("GET", HISTORY.replace(RECORD, OTHER_RECORD)).send();
        Map<?, ?> event = automatic.items().getFirst();
        assertThat(event.containsKey("by")).isTrue();
        assertThat(event.get("by")).isNull();
        assertThat(event.get("reason")).isNull();
        assertThat(event.get("source")).isEqualTo("automatic");
    }

    @Test
    void tellsWhyALockChanged() {
        service.locked("Deals", RECORD, BY_RULE);
        service.reported("Deals", RECORD, "Acme deal");
        service.locked("Deals", RECORD, BY_RULE);
        service.stores.records().remove(Service.key("Deals", RECORD), Service.STRANGER, Service.NOW);

        assertThat(service.call("GET", HISTORY).send().items())
                .extracting(item -> Json.at(item, "cause"))
                .containsExactly("request", "rules", "request", "record_deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 200})
    void pagesThroughEverythingOnce(int limit) {
        lockAndUnlock(4);
        List<Object> revisions = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Answer page = service.call("GET", HISTORY + "?limit=" + limit + "&cursor=" + cursor.get())
                    .send();
            assertThat(page.items()).hasSizeBetween(1, limit);
            page.items().forEach(item -> revisions.add(Json.at(item, "revision")));
            cursor = next(page);
        }
        assertThat(revisions).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void holdsFiftyWhereNoLimitIsGiven() {
        lockAndUnlock(26);
        Answer answer = service.call("GET", HISTORY).send();
        assertThat(answer.items()).hasSize(50);
        assertThat(next(answer)).isPresent();
    }

    @Test
    void isEmptyForARecordThatWasNeverLocked() {
        assertThat(service.call("GET", HISTORY).send().at())
                .isEqualTo(Json.read("{\"items\":[],\"next_cursor\":null}"));
    }

    @ParameterizedTest
    @CsvSource({"deals, 200", "DEALS, 200", "Leads, 200", "Calls, 200"})
    void knowsModulesInAnyCaseConfiguredOrNot(String module, int status) {
        assertThat(service.call("GET", HISTORY.replace("Deals", module)).send().status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "Locking_Information__s", "%20", "%0A", "%3Cb%3E"})
    void refusesModulesThatDoNotExist(String module) {
        service.call("GET", HISTORY.replace("Deals", module))
                .send()
                .mustBeProblem(404, "Not Found", "There is no module");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "%2B1", "01", "abc", "9223372036854775808", "%20", "%00", "1%2F2", "."})
    void refusesIdsThatAreNone(String id) {
        service.call("GET", HISTORY.replace(RECORD, id)).send().mustBeProblem(400, "Bad Request", "record_id: ");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, -1",
        "limit, x",
        "limit, %20",
        "cursor, x",
        "cursor, !",
        "cursor, LTE",
        "cursor, MS4x",
        "cursor, OTk5OTk5OTk5OTk5OTk5OTk5OTk5"
    })
    void refusesParametersThatMakeNoSense(String parameter, String value) {
        service.call("GET", HISTORY + "?" + parameter + "=" + value)
                .send()
                .mustBeProblem(400, "Bad Request", parameter + ": ");
    }

    @Test
    void callsThatChangeOrShowALockCarryItsRevision() {
        String path = lockOf("Deals", RECORD);
        assertThat(revision(Operation.LOCK.of(service, path, ""))).hasValue("1");
        RecordLock lock = service.locks().getFirst();
        service.locked("Deals", OTHER_RECORD, BY_RULE);
        assertThat(revision(service.call("GET", listOf("Deals", RECORD)))).hasValue("1");
        assertThat(revision(Operation.CHANGE.of(service, path, lock.id()))).hasValue("3");
        assertThat(revision(Operation.SHOW.of(service, path, lock.id()))).hasValue("3");
        assertThat(revision(Operation.UNLOCK.of(service, path, lock.id()))).hasValue("4");
        assertThat(revision(Operation.LOCK.of(service, path, ""))).hasValue("5");
    }

    @Test
    void callsThatDoNeitherCarryNone() {
        String path = lockOf("Deals", RECORD);
        assertThat(revision(Operation.LIST.of(service, path, ""))).isEmpty();
        assertThat(revision(Operation.SHOW.of(service, path, "1"))).isEmpty();
        assertThat(revision(Operation.LOCK.of(service, service.ofStranger, path, "")))
                .isEmpty();
    }

    private static void lockAndUnlock(int times) {
        for (int i = 0; i < times; i++) {
            Operation.LOCK.of(service, lockOf("Deals", RECORD), "").send();
            Operation.UNLOCK
                    .of(
                            service,
                            lockOf("Deals", RECORD),
                            service.locks().getFirst().id())
                    .send();
        }
    }

    private static Optional<String> revision(Call call) {
        return call.send().header("lockkeeper-revision");
    }

    private static Optional<String> next(Answer answer) {
        return Optional.ofNullable(((Map<?, ?>) answer.at()).get("next_cursor")).map(Object::toString);
    }
}
