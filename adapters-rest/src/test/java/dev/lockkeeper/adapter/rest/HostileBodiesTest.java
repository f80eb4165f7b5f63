package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.BY_COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.OTHER_RECORD;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.RecordLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies made to do harm. They are the sender's fault, never ours, and change no lock. */
class HostileBodiesTest {

    private static final int LIMIT = 1024 * 1024;

    @RegisterExtension
    static final Service service = new Service();

    private RecordLock lock;

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        lock = service.locked("Deals", RECORD, BY_COLLEAGUE);
    }

    @AfterEach
    void theServiceStillWorks() {
        Operation.CHANGE
                .of(service, lockOf("Deals", RECORD), lock.id())
                .send()
                .mustBe(200, "relation-updated", "lock", lock.id());
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "'{\"a\":', }"})
    void nestedTenThousandLevelsDeep(String open, String close) {
        String nested = open.repeat(10_000) + "1" + close.repeat(10_000);
        mustBeRefused(bytes(nested));
        mustBeRefused(bytes(open.repeat(10_000)));
        mustBeRefused(bytes("{\"other\":" + nested + ",\"data\":[{\"Locked_Reason__s\":\"x\"}]}"));
        mustBeRefused(bytes("{\"data\":" + nested + "}"));
        mustBeRefused(bytes("{\"data\":[" + nested + "]}"));
        mustBeRefused(bytes("{\"data\":[{\"Locked_Reason__s\":" + nested + "}]}"));
        mustBeRefused(bytes("{\"data\":[{\"Locked_Reason__s\":\"x\",\"other\":" + nested + "}]}"));
        mustBeRefused(bytes("{\"data\":[{\"Locked_Reason__s\":\"x\"}," + nested + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "ff",
                "e9",
                "c3",
                "e282",
                "f09f94",
                "eda080",
                "edb080",
                "eda0bdedb892",
                "f7bfbfbf",
                "f4908080",
                "c080",
                "c32f"
            })
    void notInUtf8(String hex) {
        byte[] wrong = HexFormat.of().parseHex(hex);
        mustBeRefused(around("{\"data\":[{\"Locked_Reason__s\":\"x", wrong, "\"}]}"));
        mustBeRefused(around("", wrong, ""));
    }

    @Test
    void asLongAsTheLimitIsTaken() {
        service.call("POST", lockOf("Deals", OTHER_RECORD))
                .body(padded(LIMIT))
                .send()
                .mustBe(201, "record-added", "lock", service.locks().getFirst().id());
        assertThat(service.history("Deals", OTHER_RECORD)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void longerThanTheLimitUnderAnyContentType(String contentType) {
        byte[] body = padded(LIMIT + 1);
        for (Call call : calls()) {
            mustBeTooLong(call.header("Content-Type", contentType).body(body).send());
            mustBeTooLong(call.header("Content-Type", contentType).chunked(body).send());
        }
        nothingHasChanged();
    }

    @Test
    void longerThanTheLimitWithoutAToken() {
        Call call = service.anonymous("POST", lockOf("Deals", OTHER_RECORD));
        call.body(padded(LIMIT + 1)).send().mustBe(401, "no-token");
        call.chunked(padded(LIMIT + 1)).send().mustBe(401, "no-token");
    }

    @Test
    void longerThanTheLimitOnceUnpacked() {
        for (Call call : calls()) {
            mustBeTooLong(call.header("Content-Encoding", "gzip")
                    .body(zipped(padded(64 * LIMIT)))
                    .send());
            mustBeTooLong(call.header("Content-Encoding", "gzip")
                    .chunked(zipped(padded(64 * LIMIT)))
                    .send());
        }
        nothingHasChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "x-gzip", "x-deflate", "br", "zstd", "snappy", "gzip, gzip", "nonsense"})
    void notInTheContentEncodingThatTheyClaim(String encoding) {
        byte[] garbage = bytes("garbage \u0001\u0002 garbage");
        for (Call call : calls()) {
            mustBeInvalid(
                    call.header("Content-Encoding", encoding).body(garbage).send());
            mustBeInvalid(
                    call.header("Content-Encoding", encoding).chunked(garbage).send());
            mustBeInvalid(call.header("Content-Encoding", encoding)
                    .body(zipped(garbage))
                    .send());
        }
        nothingHasChanged();
    }

    @Test
    void ofAHundredThousandKeys() {
        StringBuilder body = new StringBuilder("{\"data\":[{");
        for (int i = 0; i < 70_000; i++) {
            body.append("\"k").append(i).append("\":1,");
        }
        mustBeRefused(bytes(body + "\"Locked_Reason__s\":1}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+5", "abc", "99999999999999999999", "1, 2"})
    void underALengthThatIsNone(String length) {
        Answer answer = service.sendRaw(
                "POST " + lockOf("Deals", OTHER_RECORD) + " HTTP/1.1",
                "Authorization: Bearer " + service.ofCaller,
                "Content-Length: " + length);
        mustBeInvalid(answer);
        nothingHasChanged();
    }

    @Test
    void underALengthAndInChunksAtOnce() {
        String body = Service.body("smuggled");
        String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        Answer answer = RawConnection.send(
                service.address(),
                bytes("POST " + lockOf("Deals", OTHER_RECORD) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + service.ofCaller + "\r\n"
                        + "Content-Length: " + chunk.length() + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk));
        mustBeInvalid(answer);
        nothingHasChanged();
    }

    private void mustBeRefused(byte[] body) {
        for (Call call : calls()) {
            mustBeInvalid(call.body(body).send());
            mustBeInvalid(call.chunked(body).send());
        }
        nothingHasChanged();
    }

    private List<Call> calls() {
        return List.of(
                service.call("POST", lockOf("Deals", OTHER_RECORD)),
                service.call("PUT", lockOf("Deals", RECORD, lock.id())));
    }

    private static void mustBeInvalid(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("\"code\":\"INVALID_DATA\"", "\"status\":\"error\"");
        assertThat(answer.header("content-type")).hasValue("application/json");
    }

    private static void mustBeTooLong(Answer answer) {
        answer.mustBe(400, "invalid-data");
    }

    private void nothingHasChanged() {
        assertThat(service.locks()).containsExactly(lock);
        assertThat(service.history("Deals", OTHER_RECORD)).isEmpty();
    }

    /** A body of this many bytes that nothing else is wrong with. */
    private static byte[] padded(int length) {
        String start = "{\"data\":[{\"Locked_Reason__s\":\"deal in progress\"}],\"other\":\"";
        return bytes(start + "x".repeat(length - start.length() - 2) + "\"}");
    }

    private static byte[] around(String before, byte[] between, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(before));
        all.writeBytes(between);
        all.writeBytes(bytes(after));
        return all.toByteArray();
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
