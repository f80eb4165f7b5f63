package dev.lockkeeper.adapter.persistence.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of type {@code jsonb} or {@code json} as trees of maps, lists, texts, numbers without loss, booleans and nulls. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private static final ObjectReader OBJECTS = MAPPER.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});
    private static final ObjectReader LISTS =
            MAPPER.readerFor(new TypeReference<List<Map<String, @Nullable Object>>>() {});
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectWriter ESCAPING = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private Json() {}

    public static Map<String, @Nullable Object> readObject(String json) {
        try {
            return OBJECTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public static List<Map<String, @Nullable Object>> readObjects(String json) {
        try {
            return LISTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    public static String write(Object tree) {
        return write(WRITER, tree);
    }

    /** For {@code json}, which keeps whatever somebody else's text may be, halves of surrogate pairs among it. */
    public static String writeEscaped(Object tree) {
        return write(ESCAPING, tree);
    }

    private static String write(ObjectWriter writer, Object tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot be written as JSON", e);
        }
    }

    /** An object within a tree that was read. */
    @SuppressWarnings("unchecked") // an object's names are texts
    public static Map<String, @Nullable Object> objectOf(Object branch) {
        return (Map<String, @Nullable Object>) branch;
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("A stored document is not what was stored", e);
    }
}
