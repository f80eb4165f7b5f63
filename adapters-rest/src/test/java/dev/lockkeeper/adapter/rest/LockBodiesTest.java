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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the body of a lock or change call, field by field. A body that may not changes no lock. */
class LockBodiesTest {

    private static final String FLAT = "%s";
    private static final String IN_DATA = "{\"data\":[%s]}";

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
                "",
                " ",
                "null",
                "true",
                "1",
                "\"data\"",
                "[]",
                "[{\"Locked_Reason__s\":\"x\"}]",
                "{",
                "{]",
                "{\"data\":[{",
                "{\"data\":[{\"Locked_Reason__s\":\"x}]}",
                "{data:[]}",
                "{'data':[]}",
                "{\"data\":[],}",
                "{\"data\":[,]}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\"},]}",
                "/**/{\"data\":[{\"Locked_Reason__s\":\"x\"}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\"}],\"a\":NaN}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\"}],\"a\":01}",
                "{\"data\":[{\"Locked_Reason__s\":\"\\x\"}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"\\ud80\"}]}",
                "Locked_Reason__s=x",
                "<data/>"
            })
    void oneJsonObject(String body) {
        mustBeRefused(body, FLAT, "INVALID_DATA", "'expected_data_type':'jsonobject'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"}", "]", ",", "{}", "null", "x", "{\"data\":[{\"Locked_Reason__s\":\"x\"}]}", "\u0000", "//"})
    void nothingAfterTheObject(String garbage) {
        mustBeRefused(Service.body("x") + garbage, FLAT, "INVALID_DATA", "'expected_data_type':'jsonobject'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"Locked_Reason__s\":\"x\",\"Locked_Reason__s\":\"y\"}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\",\"Locked_\\u0052eason__s\":\"x\"}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\"}],\"data\":[{\"Locked_Reason__s\":\"x\"}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\"}],\"other\":{\"a\":1,\"a\":1}}",
                "{\"data\":[{\"Locked_Reason__s\":\"x\",\"id\":1,\"id\":1}]}"
            })
    void noKeyTwice(String body) {
        mustBeRefused(body, FLAT, "INVALID_DATA", "'expected_data_type':'jsonobject'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"Data\":[{\"Locked_Reason__s\":\"x\"}]}",
                "{\"Locked_Reason__s\":\"x\"}"
            })
    void dataIsMandatory(String body) {
        mustBeRefused(body, FLAT, "MANDATORY_NOT_FOUND", "'api_name':'data','json_path':'$.data'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Locked_Reason__s\":\"x\"}", "\"x\"", "1", "true", "{}"})
    void dataIsAnArray(String data) {
        mustBeRefused(
                "{\"data\":" + data + "}",
                FLAT,
                "INVALID_DATA",
                "'expected_data_type':'jsonarray','api_name':'data','json_path':'$.data'");
    }

    @Test
    void dataHoldsOneElement() {
        mustBeRefused(
                "{\"data\":[]}", FLAT, "INVALID_DATA", "'minimum_length':1,'api_name':'data','json_path':'$.data'");
        for (String second : List.of("{\"Locked_Reason__s\":\"x\"}", "{}", "null", "1")) {
            mustBeRefused(
                    "{\"data\":[{\"Locked_Reason__s\":\"x\"}," + second + "]}",
                    FLAT,
                    "INVALID_DATA",
                    "'maximum_length':1,'api_name':'data','json_path':'$.data'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "1", "false", "[]", "[{\"Locked_Reason__s\":\"x\"}]"})
    void theElementIsAnObject(String element) {
        mustBeRefused(
                "{\"data\":[" + element + "]}",
                IN_DATA,
                "INVALID_DATA",
                "'expected_data_type':'jsonobject','json_path':'$.data[0]'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':[{'Locked_Reason__s':'x','id':'1','Lock_Source__s':'Automatic','Locked_By__s':null}]}",
                "{'trigger':[],'data':[{'Locked_Reason__s':'x'}],'info':{'a':[1,2,{'b':[]}]}}",
                " \t\r\n{ 'data' : [ { 'Locked_Reason__s' : 'x' } ] } \n",
                "{'data':[{'\\u004cocked_Reason__s':'\\u0078'}],'n':1e999999999}"
            })
    void otherKeysArePassedOver(String body) {
        Answer answer = service.call("POST", lockOf("Deals", OTHER_RECORD))
                .body(body.replace('\'', '"'))
                .send();

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(service.locks())
                .first()
                .extracting(
                        added -> added.origin().manual().orElseThrow().reason().text())
                .isEqualTo("x");
    }

    /** Both calls refuse it alike, with this error in the place of {@code form}. */
    private void mustBeRefused(String body, String form, String code, String details) {
        String message = code.equals("INVALID_DATA") ? "invalid data" : "required field not found";
        Object expected = Json.read(String.format(
                form,
                String.format(
                        "{\"code\":\"%s\",\"details\":{%s},\"message\":\"%s\",\"status\":\"error\"}",
                        code, details.replace('\'', '"'), message)));
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
