package dev.lockkeeper.adapter.persistence.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of type {@code jsonb} as trees of maps, lists, texts, numbers without loss, booleans and nulls. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private static final ObjectReader OBJECTS = MAPPER.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});
    private static final ObjectReader LISTS =
            MAPPER.readerFor(new TypeReference<List<Map<String, @Nullable Object>>>() {});
    private static final ObjectWriter WRITER = MAPPER.writer();

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
        try {
            return WRITER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot be written as JSON", e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("A stored document is not what was stored", e);
    }
}
