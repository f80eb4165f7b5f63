package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE_AND_RULE;
import static dev.lockkeeper.adapter.rest.Service.BY_RULE;
import static dev.lockkeeper.adapter.rest.Service.BY_STRANGER;
import static dev.lockkeeper.adapter.rest.Service.COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.EARLIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** {@code GET /api/v1/locks}. */
class LockSearchTest {

    private static final String LOCKS = "/api/v1/locks";

    @RegisterExtension
    static final Service service = new Service();

    /** Records 1 to 5, each locked a second after the one before. */
    @BeforeEach
    void fiveRecordsAreLocked() {
        service.configured("Deals", LockType.BOTH);
        service.configured("Leads", LockType.BOTH);
        service.locked("Deals", "1", BY_COLLEAGUE, EARLIER.plusSeconds(1));
        service.locked("Leads", "2", BY_RULE, EARLIER.plusSeconds(2));
        service.locked("Deals", "3", BY_COLLEAGUE_AND_RULE, EARLIER.plusSeconds(3));
        service.locked("Leads", "4", BY_STRANGER, EARLIER.plusSeconds(4));
        service.locked("Deals", "5", BY_RULE, EARLIER.plusSeconds(5));
    }

    @Test
    void showsLocksNewestFirst() {
        Answer answer = service.call("GET", LOCKS).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).hasValue("application/json");
        assertThat(records(answer)).containsExactly("5", "4", "3", "2", "1");
        assertThat(next(answer)).isEmpty();
    }

    @Test
    void showsWhatThereIsToKnowOfALock() {
        Answer answer = service.call("GET", LOCKS).send();
        var lock = service.locks().get(2);

        assertThat(answer.items().get(2)).isEqualTo(Json.read("""
                {"id":"%s","module":"Deals","record_id":"3","record_name":null,"source":"both","reason":"fff",
                "locked_by":{"id":"111111000000047487","name":"priya v"},"locked_time":"2021-07-21T12:38:15.999999Z",
                "rule_id":"111111000000054290","configuration_id":"%s","revision":3}
                """.formatted(lock.id(), lock.configuration())));
        assertThat(answer.items().get(0))
                .isEqualTo(Json.read("""
                {"id":"%s","module":"Deals","record_id":"5","record_name":null,"source":"automatic","reason":null,
                "locked_by":null,"locked_time":"2021-07-21T12:38:17.999999Z",
                "rule_id":"111111000000054290","configuration_id":"%s","revision":5}
                """.formatted(service.locks().getFirst().id(), lock.configuration())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "module=Deals | 5,3,1",
                "module=leads | 4,2",
                "module=Accounts | ''",
                "source=manual | 4,1",
                "source=automatic | 5,2",
                "source=both | 3",
                "source=Both | 3",
                "locked_by=111111000000047487 | 3,1",
                "locked_by=3 | 4",
                "locked_by=1 | ''",
                "locked_before=2021-07-21T12:38:15.999999Z | 2,1",
                "locked_before=2021-07-21T12:38:16Z | 3,2,1",
                "locked_before=2021-07-21T14:38:16%2B02:00 | 3,2,1",
                "locked_before=2021-07-21T14:38:16+02:00 | 3,2,1",
                "locked_before=2021-07-21T12:38Z | ''",
                "locked_before=9999-12-31T23:59:59Z | 5,4,3,2,1",
                "module=Deals&source=both&locked_by=111111000000047487&locked_before=2022-01-01T00:00:00Z | 3",
                "module=Leads&source=both | ''",
                "module=&source=&locked_by=&locked_before=&limit=&cursor= | 5,4,3,2,1",
                "unknown=1&& | 5,4,3,2,1",
                "limit=2 | 5,4",
                "limit=200 | 5,4,3,2,1"
            })
    void filters(String query, String expected) {
        Answer answer = service.call("GET", LOCKS + "?" + query).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(String.join(",", records(answer))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pagesThroughEverythingOnce(int limit) {
        assertThat(pagedThrough("?limit=" + limit)).containsExactly("5", "4", "3", "2", "1");
        assertThat(pagedThrough("?module=Deals&limit=" + limit)).containsExactly("5", "3", "1");
    }

    @Test
    void pagesThroughLocksOfTheSameTime() {
        for (int record = 100; record < 110; record++) {
            service.locked("Deals", Integer.toString(record), BY_COLLEAGUE, EARLIER);
        }
        assertThat(pagedThrough("?limit=3")).hasSize(15).doesNotHaveDuplicates();
    }

    @Test
    void keepsItsPlaceWhileLocksComeAndGo() {
        Answer first = service.call("GET", LOCKS + "?limit=2").send();
        service.locked("Deals", "6", BY_COLLEAGUE, EARLIER.plusSeconds(6));
        var last = service.locks().get(2);
        assertThat(last.key().record()).hasToString("4");
        Operation.UNLOCK.of(service, Service.lockOf("Leads", "4"), last.id()).send();

        Answer second = service.call(
                        "GET", LOCKS + "?limit=2&cursor=" + next(first).orElseThrow())
                .send();
        assertThat(records(first)).containsExactly("5", "4");
        assertThat(records(second)).containsExactly("3", "2");
    }

    @Test
    void holdsFiftyWhereNoLimitIsGiven() {
        for (int record = 100; record < 150; record++) {
            service.locked("Deals", Integer.toString(record), BY_COLLEAGUE);
        }
        Answer answer = service.call("GET", LOCKS).send();
        assertThat(records(answer)).hasSize(50);
        assertThat(next(answer)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "module, Potentials",
        "module, Locking_Information__s",
        "module, ' '",
        "module, Deals\u0000x",
        "module, Dea*",
        "source, Manuel",
        "source, 1",
        "source, 'manual,both'",
        "source, ' manual'",
        "source, bot\u0127",
        "locked_by, 0",
        "locked_by, -1",
        "locked_by, +1",
        "locked_by, 01",
        "locked_by, priya v",
        "locked_by, 9223372036854775808",
        "locked_by, null",
        "locked_before, yesterday",
        "locked_before, 2021-07-21",
        "locked_before, 2021-07-21T12:38:15",
        "locked_before, 2021-02-30T00:00:00Z",
        "locked_before, 1626871095",
        "locked_before, 2021-07-21T25:00:00Z",
        "limit, 0",
        "limit, -1",
        "limit, +1",
        "limit, 201",
        "limit, 1.5",
        "limit, all",
        "limit, 1e1",
        "limit, 99999999999999999999",
        "limit, \u0661",
        "cursor, x",
        "cursor, !!!",
        "cursor, MQ",
        "cursor, MS4w",
        "cursor, LjE",
        "cursor, M\u0000Q",
        "cursor, 1.1"
    })
    void refusesParametersThatMakeNoSense(String parameter, String value) {
        service.call("GET", LOCKS + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .send()
                .mustBeProblem(400, "Bad Request", parameter + ": ");
    }

    @Test
    void refusesACursorOfAHistory() {
        Operation.CHANGE
                .of(
                        service,
                        Service.lockOf("Deals", "1"),
                        service.locks().getLast().id())
                .send();
        Answer history =
                service.call("GET", "/api/v1/records/Deals/1/history?limit=1").send();
        service.call("GET", LOCKS + "?cursor=" + next(history).orElseThrow())
                .send()
                .mustBeProblem(400, "Bad Request", "cursor: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void isOnlyRead(String method) {
        service.call(method, LOCKS).send().mustBeProblem(405, "Method Not Allowed", "This address");
        assertThat(service.locks()).hasSize(5);
    }

    @Test
    void showsNothingThatIsUnlocked() {
        Operation.UNLOCK
                .of(
                        service,
                        Service.lockOf("Deals", "1"),
                        service.locks().getLast().id())
                .send();
        assertThat(records(service.call("GET", LOCKS + "?locked_by=" + COLLEAGUE.id())
                        .send()))
                .containsExactly("3");
    }

    private static List<String> pagedThrough(String query) {
        List<String> records = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Answer page = service.call("GET", LOCKS + query + "&cursor=" + cursor.get())
                    .send();
            records.addAll(records(page));
            cursor = next(page);
        }
        return records;
    }

    private static List<String> records(Answer answer) {
        return answer.items().stream()
                .map(item -> Json.at(item, "record_id").toString())
                .toList();
    }

    private static Optional<String> next(Answer answer) {
        return Optional.ofNullable(((Map<?, ?>) answer.at()).get("next_cursor")).map(Object::toString);
    }
}
