package dev.lockkeeper.adapter.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request as a tree: objects are {@link LinkedHashMap}s, arrays {@link List}s, texts {@link
 * String}s, numbers {@link BigDecimal}s, the rest {@link Boolean}s and null.
 *
 * <p>Strict, so that no two readers can take one body for two things: exactly one document of RFC 8259 in proper UTF-8,
 * and no key twice in one object. What makes a small body costly is refused too: nesting beyond {@value #MAX_NESTING}
 * levels, numbers of more than {@value #MAX_NUMBER_LENGTH} characters or with an exponent beyond 32 bits, and more than
 * {@value #MAX_BYTES} bytes; a tree takes many times the memory of its text.
 *
 * <p>A number may still be enormous, {@code 1e999999999}: compare it, but do not write out its digits before its size is
 * known.
 */
public final class JsonDocument {

    /** Deeper nesting is refused; the contract's bodies have a handful of levels, criteria a few more. */
    public static final int MAX_NESTING = 64;

    /** Longer numbers are refused, since reading one takes time that grows with the square of its length. */
    public static final int MAX_NUMBER_LENGTH = 1000;

    /** Longer bodies are refused, but for many records or evaluations, whose length the server limits. */
    public static final int MAX_BYTES = 1 << 20;

    /** More values are refused: each takes memory of its own, however short it is written. */
    public static final int MAX_VALUES = 500_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final JsonParser parser;
    private int values;

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The document, or empty when the body is none, or just {@code null}, which no call takes either.
     *
     * @throws BodyTooLong beyond {@value #MAX_BYTES} bytes
     */
    public static Optional<Object> read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new BodyTooLong(body.length);
        }
        return readLong(body);
    }

    /** As {@link #read}, of any length that the server lets pass, but of at most {@value #MAX_VALUES} values. */
    public static Optional<Object> readLong(byte[] body) {
        try (JsonParser parser = JSON.createParser(utf8(body))) {
            JsonDocument document = new JsonDocument(parser);
            Object value = document.value(parser.nextToken());
            return parser.nextToken() == null ? Optional.ofNullable(value) : Optional.empty();
        } catch (IOException e) {
            // Jackson's word for text that is not JSON, or breaks a constraint: the array itself cannot fail to be
            // read.
            return Optional.empty();
        }
    }

    /** JSON between systems is UTF-8 (RFC 8259, section 8.1); Jackson would guess, and take what is almost UTF-8. */
    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private @Nullable Object value(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new JsonParseException(parser, "A document that is empty, or ends too early");
        }
        values++;
        if (values > MAX_VALUES) {
            throw new JsonParseException(parser, "More than " + MAX_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new JsonParseException(parser, "No value begins with " + token);
        };
    }

    // Recursion goes as deep as the nesting, which is limited.
    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            object.put(key, value(parser.nextToken()));
        }
        return object;
    }

    private List<@Nullable Object> array() throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }

    private BigDecimal number() throws IOException {
        // Jackson holds fractions to its limit only where it converts them itself.
        if (parser.getTextLength() > MAX_NUMBER_LENGTH) {
            throw new JsonParseException(parser, "A number of " + parser.getTextLength() + " characters");
        }
        try {
            return new BigDecimal(parser.getText());
        } catch (NumberFormatException e) {
            throw new JsonParseException(parser, "An exponent beyond 32 bits", e);
        }
    }
}
