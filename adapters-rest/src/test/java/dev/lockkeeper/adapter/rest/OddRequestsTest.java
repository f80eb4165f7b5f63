package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body's bytes, a request's origin and a wrong method at an odd address come to. */
class OddRequestsTest {

    @RegisterExtension
    static final Service service = new Service();

    private RecordLock lock;

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "c181", "e080af", "e09fbf"})
    void overlongUtf8IsNotUtf8(String hex) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"data\":[{\"Locked_Reason__s\":\"x".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("\"}]}".getBytes(StandardCharsets.UTF_8));
        Answer answer = service.call("POST", lockOf("Deals", OTHER_RECORD))
                .body(body.toByteArray())
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(service.locks()).containsExactly(lock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE"})
    void otherEncodingsAreNotUtf8(String charset) {
        Answer answer = service.call("POST", lockOf("Deals", OTHER_RECORD))
                .body(Service.body("x").getBytes(Charset.forName(charset)))
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void aRequestFromAnotherOriginIsJudgedByItsToken() {
        Answer answer = service.call("GET", listOf("Deals", RECORD))
                .header("Origin", "https://example.org")
                .send();
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "OPTIONS"})
    void anUnknownAddressOfSettingsIsUnknownWhateverTheMethod(String method) {
        service.call(method, "/crm/v8/settings/foo/bar").send().mustBe(404, "bad-url");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        Answer answer = service.call("POST", "/api/v1/locks").send();
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }
}
