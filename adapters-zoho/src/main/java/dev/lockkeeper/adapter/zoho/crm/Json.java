package dev.lockkeeper.adapter.zoho.crm;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, numbers and booleans. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.createDefault();
    private static final Argument<JsonNode> NODE = Argument.of(JsonNode.class);

    private Json() {}

    /** The JSON object that a text is, or null. */
    static @Nullable Document read(String text) {
        String trimmed = text.strip();
        // What the mapper takes for complete may be followed by something.
        if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) {
            return null;
        }
        try {
            JsonNode node = MAPPER.readValue(trimmed.getBytes(StandardCharsets.UTF_8), NODE);
            return node != null && node.getValue() instanceof Map<?, ?> map ? Document.of(map) : null;
        } catch (IOException _) {
            // Whoever asked has to know that it is none, not why: the text may be anything.
            return null;
        }
    }

    static String write(Map<String, @Nullable Object> document) {
        try {
            return new String(MAPPER.writeValueAsBytes(NODE, JsonNode.from(document)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
