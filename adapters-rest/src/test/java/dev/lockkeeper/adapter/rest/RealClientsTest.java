package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDKs, curl and others send, however odd: it is the same call. */
class RealClientsTest {

    private static final String REASON = "Grüße & =+%20 \uD83D\uDD12";

    @RegisterExtension
    static final Service service = new Service();

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.MANUAL);
    }

    @Test
    void bodyWithoutAContentType() {
        mustLockAndChange(call -> call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=UTF-8",
                "text/plain; charset=UTF-8",
                "text/plain;charset=ISO-8859-1",
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "multipart/form-data",
                "multipart/form-data; boundary=----x",
                "application/octet-stream",
                "application/xml",
                "*/*",
                "json",
                "application/",
                "/",
                ";;;",
                "a/b; q=x; \"",
                "text/plain; charset=nonsense",
                ""
            })
    void bodyWithTheContentType(String contentType) {
        mustLockAndChange(call -> call.header("Content-Type", contentType));
    }

    @Test
    void bodyWithTwoContentTypes() {
        mustLockAndChange(call -> call.header("Content-Type", "text/plain").header("Content-Type", "application/json"));
    }

    @Test
    void bodyInChunks() {
        byte[] body = Service.body(REASON).getBytes(StandardCharsets.UTF_8);
        service.call("POST", lockOf("Deals", RECORD))
                .chunked(body)
                .send()
                .mustBe(201, "record-added", "lock", lock().id());
    }

    @Test
    void bodyInChunksUnderAFormsContentType() {
        byte[] body = Service.body(REASON).getBytes(StandardCharsets.UTF_8);
        service.call("POST", lockOf("Deals", RECORD))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .chunked(body)
                .send()
                .mustBe(201, "record-added", "lock", lock().id());
    }

    @Test
    void bodyWhoseReceptionIsAskedForFirst() {
        service.call("POST", lockOf("Deals", RECORD))
                .expectingContinue()
                .body(Service.body(REASON))
                .send()
                .mustBe(201, "record-added", "lock", lock().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "?&", "?fields=id&", "?&&a=b&", "?fields", "?=", "?a=%25zz", "?a=%00", "?a=b?c", "?%FF=1"})
    void strayCharactersInTheQueryOfALockCall(String query) {
        Answer answer = service.call("POST", lockOf("Deals", RECORD) + query)
                .body(Service.body(REASON))
                .send();
        answer.mustBe(201, "record-added", "lock", lock().id());
    }

    @Test
    void strayAmpersandAtTheEndOfAQuery() {
        assertThat(service.call("GET", listOf("Deals", RECORD) + "&").send().status())
                .isEqualTo(204);
        assertThat(service.call("GET", lockOf("Deals", RECORD) + "?&fields=id&&")
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "deals, Locking_Information__s",
        "DEALS, Locking_Information__S",
        "dEALS, locking_information__s",
        "Deals, LOCKING_INFORMATION__S",
        "%44eals, Locking%5FInformation__s"
    })
    void moduleAndRelationInAnyCase(String module, String relation) {
        String path = "/crm/v8/" + module + "/" + RECORD + "/" + relation;
        assertThat(Operation.LOCK.of(service, path, "").send().status()).isEqualTo(201);

        Answer list = Operation.LIST.of(service, path, "").send();
        assertThat(list.at("data", 0, "Locked_For__s", "module", "api_name")).isEqualTo("Deals");
        assertThat(Operation.UNLOCK.of(service, path, lock().id()).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "text/plain;q=0.5",
                "*/*",
                "application/vnd.zoho+json",
                "garbage",
                "",
                ";;"
            })
    void answersAreJsonWhateverIsAccepted(String accept) {
        service.call("POST", lockOf("Deals", RECORD))
                .header("Accept", accept)
                .body(Service.body(REASON))
                .send()
                .mustBe(201, "record-added", "lock", lock().id());
        service.call("GET", lockOf("Potentials", RECORD))
                .header("Accept", accept)
                .send()
                .mustBe(400, "invalid-module");
        service.anonymous("GET", "/").header("Accept", accept).send().mustBe(401, "no-token");
        service.call("GET", "/nothing").header("Accept", accept).send().mustBe(404, "bad-url");
        service.call("PATCH", lockOf("Deals", RECORD))
                .header("Accept", accept)
                .send()
                .mustBe(403, "wrong-request-method");
    }

    @ParameterizedTest
    @EnumSource
    void headersOfABrowserChangeNothing(Operation operation) {
        Answer answer = operation
                .of(service, lockOf("Deals", "0"), "1")
                .header("Cookie", "a=b; JSESSIONID=1")
                .header("Referer", "https://example.org/?a")
                .header("X-HTTP-Method-Override", "DELETE")
                .send();
        answer.mustBe(400, "invalid-record-id");
        assertThat(answer.header("set-cookie")).isEmpty();
    }

    @Test
    void bodyThatIsSentWithAnUnlockIsPassedOver() {
        Operation.LOCK.of(service, lockOf("Deals", RECORD), "").send();
        service.call("DELETE", lockOf("Deals", RECORD, lock().id()))
                .body("anything")
                .send();
        assertThat(service.locks()).isEmpty();
    }

    private interface Variant {
        Call of(Call call);
    }

    private static void mustLockAndChange(Variant variant) {
        Answer added = variant.of(service.call("POST", lockOf("Deals", RECORD)))
                .body(Service.body(REASON))
                .send();
        added.mustBe(201, "record-added", "lock", lock().id());
        assertThat(reason()).isEqualTo(REASON);

        Answer updated = variant.of(service.call("PUT", lockOf("Deals", RECORD, lock().id())))
                .body(Service.body("changed " + REASON))
                .send();
        updated.mustBe(200, "relation-updated", "lock", lock().id());
        assertThat(reason()).isEqualTo("changed " + REASON);
    }

    private static String reason() {
        return lock().origin().manual().orElseThrow().reason().text();
    }

    private static RecordLock lock() {
        assertThat(service.locks()).hasSize(1);
        return service.locks().getFirst();
    }
}
