package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Decisions.CALLER;
import static dev.lockkeeper.adapter.rest.Decisions.EVALUATION;
import static dev.lockkeeper.adapter.rest.Decisions.EVALUATIONS;
import static dev.lockkeeper.adapter.rest.Decisions.action;
import static dev.lockkeeper.adapter.rest.Decisions.evaluate;
import static dev.lockkeeper.adapter.rest.Decisions.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request is refused as malformed, and that the message names it. */
class EvaluationFaultsTest {

    private static final String QUESTION = question(CALLER, action("read"));
    private static final String NO_OBJECT = "The body is not a JSON object, in UTF-8 and without repeated keys.";

    @RegisterExtension
    static final Service service = new Service();

    /** The question with one member more. */
    private static String questionWith(String member) {
        return QUESTION.substring(0, QUESTION.length() - 1) + "," + member + "}";
    }

    private static String updateOf(String fields) {
        return "{\"name\":\"update\",\"properties\":{\"fields\":[" + fields + "]}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                       | subject: an object",
                "\"ada\"                                    | subject: an object",
                "[]                                         | subject: an object",
                "{}                                         | subject.type: user, portal_user or service",
                "{\"type\":\"User\",\"id\":\"1\"}           | subject.type: user, portal_user or service",
                "{\"type\":7,\"id\":\"1\"}                  | subject.type: user, portal_user or service",
                "{\"type\":\"user\"}                        | subject.id: a text",
                "{\"type\":\"user\",\"id\":\"\"}            | subject.id: a text",
                "{\"type\":\"user\",\"id\":1}               | subject.id: a text",
                "{\"type\":\"user\",\"id\":\"\\ud800\"}     | subject.id: a text",
                "{\"type\":\"user\",\"id\":\"1\",\"properties\":[]}                     | subject.properties: an object",
                "{\"type\":\"user\",\"id\":\"1\",\"properties\":{\"profile\":true}}     | subject.properties.profile: a",
                "{\"type\":\"user\",\"id\":\"1\",\"properties\":{\"profile\":1.5}}      | subject.properties.profile: a",
                "{\"type\":\"user\",\"id\":\"1\",\"properties\":{\"profile\":1e99999999}} | subject.properties.profile: a",
                "{\"type\":\"user\",\"id\":\"1\",\"properties\":{\"profile\":\"\\u0000\"}} | subject.properties.profile: a",
            })
    void saysWhatIsWrongWithASubject(String subject, String message) {
        evaluate(service, question(subject, action("read"))).mustBeMessage(400, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                                   | action: an object",
                "\"read\"                                               | action: an object",
                "{}                                                     | action.name: update, delete, tags, convert,",
                "{\"name\":\"Read\"}                                    | action.name: update, delete, tags, convert,",
                "{\"name\":null}                                        | action.name: update, delete, tags, convert,",
                "{\"name\":[\"read\"]}                                  | action.name: update, delete, tags, convert,",
                "{\"name\":\"read\",\"properties\":\"\"}                | action.properties: an object",
                "{\"name\":\"update\",\"properties\":{\"fields\":{}}}   | action.properties.fields: an array",
                "{\"name\":\"update\",\"properties\":{\"fields\":\"A\"}} | action.properties.fields: an array",
                "{\"name\":\"update\",\"properties\":{\"fields\":[7]}}  | action.properties.fields: an array",
                "{\"name\":\"update\",\"properties\":{\"fields\":[\"A\",null]}}  | action.properties.fields: an array",
                "{\"name\":\"update\",\"properties\":{\"fields\":[\"\"]}} | action.properties.fields: an array",
                "{\"name\":\"update\",\"properties\":{\"fields\":[\"\\udc00\"]}} | action.properties.fields: an array",
                "{\"name\":\"custom_button\"}                           | action.properties: the name of a custom button",
                "{\"name\":\"custom_button\",\"properties\":{}}         | action.properties: the name of a custom button",
                "{\"name\":\"custom_button\",\"properties\":{\"name\":\" \"}} | action.properties: the name of a custom",
                "{\"name\":\"custom_button\",\"properties\":{\"id\":7}} | action.properties: the name of a custom button",
                "{\"name\":\"custom_button\",\"properties\":{\"id\":\"07\"}}  | action.properties: the name of a custom",
            })
    void saysWhatIsWrongWithAnAction(String action, String message) {
        evaluate(service, question(CALLER, action)).mustBeMessage(400, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                      | resource: an object",
                "7                                         | resource: an object",
                "{\"id\":\"1\"}                            | resource.type: a module's api name",
                "{\"type\":\"\",\"id\":\"1\"}              | resource.type: a module's api name",
                "{\"type\":\"\\u0000\",\"id\":\"1\"}       | resource.type: a module's api name",
                "{\"type\":{},\"id\":\"1\"}                | resource.type: a module's api name",
                "{\"type\":\"Deals\"}                      | resource.id: a positive 64-bit integer",
                "{\"type\":\"Deals\",\"id\":1}             | resource.id: a positive 64-bit integer",
                "{\"type\":\"Deals\",\"id\":\"0\"}         | resource.id: a positive 64-bit integer",
                "{\"type\":\"Deals\",\"id\":\"9223372036854775808\"} | resource.id: a positive 64-bit integer",
            })
    void saysWhatIsWrongWithAResource(String resource, String message) {
        evaluate(service, question(CALLER, action("read"), resource)).mustBeMessage(400, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "1e999999999",
                "9223372036854775808",
                "true",
                "[]",
                "\"\"",
                "\"-1\"",
                "\"x\"",
                "\"9223372036854775808\""
            })
    void saysWhatIsNoRevision(String revision) {
        evaluate(service, questionWith("\"context\":{\"at_least_as_fresh\":" + revision + "}"))
                .mustBeMessage(400, "context.at_least_as_fresh: a revision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"now\"", "7"})
    void saysWhatIsNoContext(String context) {
        evaluate(service, questionWith("\"context\":" + context)).mustBeMessage(400, "context: an object");
    }

    @Test
    void takesNoMoreFieldsThanAnyModuleHas() {
        String most = String.join(",", Collections.nCopies(500, "\"" + "x".repeat(100) + "\""));
        String tooLong = "\"" + "x".repeat(101) + "\"";

        assertThat(evaluate(service, question(CALLER, updateOf(most))).status()).isEqualTo(200);
        for (String fields : new String[] {most + ",\"x\"", tooLong}) {
            evaluate(service, question(CALLER, updateOf(fields)))
                    .mustBeMessage(400, "action.properties.fields: an array of at most 500 api names");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":1}",
                "{'a':1}",
                "<a/>",
                "{\"a\":NaN}"
            })
    void takesNothingButOneJsonObject(String body) {
        for (String path : new String[] {EVALUATION, EVALUATIONS}) {
            Decisions.call(service, path).body(body).send().mustBeMessage(400, NO_OBJECT);
        }
    }

    @Test
    void takesNothingButUtf8() {
        byte[] body = QUESTION.replace("user", "us\u00e9r").getBytes(StandardCharsets.ISO_8859_1);

        Decisions.call(service, EVALUATION).body(body).send().mustBeMessage(400, NO_OBJECT);
    }

    @Test
    void takesNoMoreThanOneMegabyteForOneEvaluation() {
        String body = questionWith("\"x\":\"" + "x".repeat(1 << 20) + "\"");

        evaluate(service, body).mustBeMessage(413, "The request's body is too large.");
        assertThat(Decisions.evaluateAll(service, body).status()).isEqualTo(200);
        Decisions.call(service, EVALUATIONS)
                .body(new byte[11 << 20])
                .send()
                .mustBeMessage(413, "The request's body is too large.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/problem+json",
                "application/jsonx",
                "application/x-www-form-urlencoded",
                "json",
                "*/*",
                ";"
            })
    void takesNoOtherContentType(String type) {
        for (String path : new String[] {EVALUATION, EVALUATIONS}) {
            service.call("POST", path)
                    .header("Content-Type", type)
                    .body(QUESTION)
                    .send()
                    .mustBeMessage(400, "Content-Type: application/json");
        }
    }

    @Test
    void takesNoBodyWithoutAContentType() {
        for (String path : new String[] {EVALUATION, EVALUATIONS}) {
            service.call("POST", path).body(QUESTION).send().mustBeMessage(400, "Content-Type: application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "Application/JSON;charset=UTF-8", "application/json ; v=1"})
    void takesParametersOfTheContentType(String type) {
        for (String path : new String[] {EVALUATION, EVALUATIONS}) {
            Answer answer = service.call("POST", path)
                    .header("Content-Type", type)
                    .body(QUESTION)
                    .send();
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }
}
