package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are a reason to lock. One that is not changes no lock. */
class LockReasonsTest {

    private static final String LOCK_SIGN = "\uD83D\uDD12";

    @RegisterExtension
    static final Service service = new Service();

    private RecordLock lock;

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Locked_Reason__s\":null}",
                "{\"Locked_Reason__s\":\"\"}",
                "{\"Locked_Reason__s\":\" \\t\\r\\n\"}",
                "{\"Locked_Reason__s\":\"\\u00a0\\u2003\\u3000\"}",
                "{\"locked_reason__s\":\"x\"}",
                "{\"other\":{\"Locked_Reason__s\":\"x\"}}",
                "{\"Locked_Reason\":\"x\"}"
            })
    void theReasonIsMandatoryAndNotBlank(String element) {
        String body = "{\"data\":[" + element + "]}";
        service.call("POST", lockOf("Deals", OTHER_RECORD)).body(body).send().mustBe(400, "mandatory");
        service.call("PUT", lockOf("Deals", RECORD, lock.id()))
                .body(body)
                .send()
                .mustBe(400, "mandatory");
        nothingHasChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.5",
                "true",
                "false",
                "[]",
                "[\"x\"]",
                "{}",
                "{\"value\":\"x\"}",
                "\"\\u0000\"",
                "\"a\\u0000b\"",
                "\"\\u0007\"",
                "\"\\u001b[31m\"",
                "\"\\u007f\"",
                "\"\\u0085x\"",
                "\"\\ud83d\"",
                "\"x\\udd12\"",
                "\"\\udd12\\ud83d\"",
                "\"\\ud83dx\\udd12\""
            })
    void theReasonIsText(String reason) {
        mustBeRefused("{\"data\":[{\"Locked_Reason__s\":" + reason + "}]}", "\"expected_data_type\":\"text\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", LOCK_SIGN, "é", "\n"})
    void theReasonIsNoLongerThan3000Characters(String character) {
        mustBeRefused(Service.body("x" + character.repeat(3000)), "\"maximum_length\":3000");
        mustBeKept("x" + character.repeat(2999));
    }

    static List<String> reasonsToKeep() {
        return List.of(
                " leading and trailing ",
                "line\nbreak\r\n\ttab",
                "0",
                "null",
                "${EMPTY}",
                "'; drop table record_lock; --",
                "<script>alert(1)</script>",
                "\"quoted\\\"",
                "e\u0301 is not \u00e9",
                "\u202eright to left",
                "\u2028\ufeff\uffff",
                LOCK_SIGN + "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "日本語 العربية",
                "/../%2e%2e",
                "a\u00a0b");
    }

    @ParameterizedTest
    @MethodSource("reasonsToKeep")
    void theReasonIsKeptExactlyAsSent(String reason) {
        mustBeKept(reason);
    }

    private void mustBeKept(String reason) {
        Answer added = service.call("POST", lockOf("Deals", OTHER_RECORD))
                .body(Service.body(reason))
                .send();
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        Answer updated = service.call("PUT", lockOf("Deals", RECORD, lock.id()))
                .body(Service.body(reason))
                .send();
        assertThat(updated.status()).as(updated.text()).isEqualTo(200);

        for (String record : List.of(RECORD, OTHER_RECORD)) {
            Answer shown = service.call("GET", lockOf("Deals", record) + "?fields=Locked_Reason__s")
                    .send();
            assertThat(shown.at("data", 0, "Locked_Reason__s")).isEqualTo(reason);
        }
    }

    /** Both calls refuse it alike, with these details. */
    private void mustBeRefused(String body, String details) {
        Object expected = Json.read("""
                {"data":[{"code":"INVALID_DATA","message":"invalid data","status":"error",
                "details":{%s,"api_name":"Locked_Reason__s","json_path":"$.data[0].Locked_Reason__s"}}]}
                """.formatted(details));
        service.call("POST", lockOf("Deals", OTHER_RECORD)).body(body).send().mustBeJson(400, expected);
        service.call("PUT", lockOf("Deals", RECORD, lock.id()))
                .body(body)
                .send()
                .mustBeJson(400, expected);
        nothingHasChanged();
    }

    private void nothingHasChanged() {
        assertThat(service.locks()).containsExactly(lock);
        assertThat(service.history("Deals", RECORD)).hasSize(1);
        assertThat(service.history("Deals", OTHER_RECORD)).isEmpty();
    }
}
