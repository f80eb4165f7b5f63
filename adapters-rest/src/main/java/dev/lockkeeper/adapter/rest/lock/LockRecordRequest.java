package dev.lockkeeper.adapter.rest.lock;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.lockkeeper.domain.lock.LockReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of Zoho's lock and change calls, {@code {"data":[{"Locked_Reason__s":"…"}]}}, whatever its content type.
 *
 * <p>It has to be one JSON document without repeated keys; other keys are passed over. Read as a stream, so that a
 * hostile body costs no more than its bytes.
 */
final class LockRecordRequest {

    static final String REASON = "Locked_Reason__s";

    /** Deeper nesting is refused; a body of the contract has three levels, and unknown keys may hold a few more. */
    static final int MAX_NESTING = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build();

    private boolean dataSent;
    private boolean dataIsArray;
    private int elements;
    private boolean firstIsObject;
    private boolean reasonIsText = true;
    private @Nullable String reason;

    private LockRecordRequest() {}

    /** Either a reason or a fault. */
    sealed interface Result {}

    record Read(LockReason reason) implements Result {}

    record Unreadable(LockBodyFault fault) implements Result {}

    static Result read(byte[] body) {
        LockRecordRequest request = new LockRecordRequest();
        try (JsonParser parser = JSON.createParser(utf8(body))) {
            if (!request.readDocument(parser)) {
                return new Unreadable(LockBodyFault.NOT_JSON);
            }
        } catch (IOException e) {
            // Jackson's word for text that is not JSON, or breaks a constraint: the array itself cannot fail to be
            // read.
            return new Unreadable(LockBodyFault.NOT_JSON);
        }
        return request.fault().<Result>map(Unreadable::new).orElseGet(request::judgeReason);
    }

    /** JSON between systems is UTF-8 (RFC 8259, section 8.1); Jackson would guess, and take what is almost UTF-8. */
    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private boolean readDocument(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean data = parser.currentName().equals("data");
            JsonToken value = parser.nextToken();
            if (data) {
                dataSent = value != JsonToken.VALUE_NULL;
                dataIsArray = value == JsonToken.START_ARRAY;
            }
            if (data && dataIsArray) {
                readData(parser);
            } else {
                parser.skipChildren();
            }
        }
        return parser.nextToken() == null;
    }

    private void readData(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements++;
            if (elements == 1 && parser.currentToken() == JsonToken.START_OBJECT) {
                firstIsObject = true;
                readElement(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readElement(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isReason = parser.currentName().equals(REASON);
            JsonToken value = parser.nextToken();
            if (isReason) {
                reasonIsText = value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL;
                reason = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            }
            parser.skipChildren();
        }
    }

    /** What is wrong with the document around the reason; the first fault from the outside in. */
    private Optional<LockBodyFault> fault() {
        if (!dataSent) {
            return Optional.of(LockBodyFault.DATA_MISSING);
        }
        if (!dataIsArray) {
            return Optional.of(LockBodyFault.DATA_NOT_ARRAY);
        }
        if (elements != 1) {
            return Optional.of(elements == 0 ? LockBodyFault.DATA_EMPTY : LockBodyFault.DATA_TOO_MANY);
        }
        if (!firstIsObject) {
            return Optional.of(LockBodyFault.ELEMENT_NOT_OBJECT);
        }
        return reasonIsText ? Optional.empty() : Optional.of(LockBodyFault.REASON_NOT_TEXT);
    }

    private Result judgeReason() {
        return switch (LockReason.check(reason)) {
            case LockReason.Accepted(LockReason accepted) -> new Read(accepted);
            case LockReason.Refused(LockReason.Fault fault) ->
                new Unreadable(
                        switch (fault) {
                            case MISSING -> LockBodyFault.REASON_MISSING;
                            case TOO_LONG -> LockBodyFault.REASON_TOO_LONG;
                            case NOT_TEXT -> LockBodyFault.REASON_NOT_TEXT;
                        });
        };
    }
}
