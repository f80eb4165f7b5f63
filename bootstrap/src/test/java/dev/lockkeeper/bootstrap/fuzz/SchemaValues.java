package dev.lockkeeper.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockkeeper.bootstrap.document.ApiDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes up values that a schema of the document allows.
 *
 * @param optional how likely it is that a key is there that may be left out
 * @param given what the keys of these names are to hold, where they hold texts
 */
record SchemaValues(ApiDocument document, Words words, Random random, double optional, Map<String, String> given) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 8;
    private static final String[] TEXTS = {
        "deal in progress",
        "Ä ö ü ß",
        "日本語のテキスト",
        "\uD83D\uDD12 locked",
        "a'b\"c\\d",
        "<b>x</b>",
        "100%",
        "line\none",
        "x",
        "-"
    };

    /** @param name the key or parameter that is to hold it */
    JsonNode value(JsonNode schema, String name) {
        return value(schema, name, 0);
    }

    private JsonNode value(JsonNode given, String name, int depth) {
        JsonNode schema = whole(given);
        if (schema.has("example") && random.nextInt(4) == 0) {
            return schema.path("example");
        }
        if (schema.path("nullable").asBoolean() && random.nextInt(12) == 0) {
            return NullNode.getInstance();
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "string" -> TextNode.valueOf(text(schema, name));
            case "integer" -> LongNode.valueOf(integer(schema));
            case "number" -> DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(), random.nextInt(5)));
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            default -> throw new IllegalArgumentException("A schema without a type: " + schema);
        };
    }

    /** A schema with what it refers to, all of {@code allOf}, and one of the alternatives it has. */
    private JsonNode whole(JsonNode schema) {
        JsonNode resolved = document.resolved(schema);
        if (!resolved.has("allOf") && !resolved.has("anyOf") && !resolved.has("oneOf")) {
            return resolved;
        }
        ObjectNode whole = resolved.deepCopy();
        whole.remove(List.of("allOf", "anyOf", "oneOf"));
        resolved.path("allOf").forEach(part -> merge(whole, whole(part)));
        for (String alternatives : new String[] {"anyOf", "oneOf"}) {
            if (resolved.has(alternatives)) {
                JsonNode among = resolved.path(alternatives);
                merge(whole, whole(among.path(random.nextInt(among.size()))));
            }
        }
        return whole;
    }

    private static void merge(ObjectNode into, JsonNode part) {
        part.properties().forEach(entry -> {
            JsonNode there = into.path(entry.getKey());
            if (there instanceof ObjectNode object && entry.getValue().isObject()) {
                object.setAll((ObjectNode) entry.getValue());
            } else if (there instanceof ArrayNode array && entry.getKey().equals("required")) {
                array.addAll((ArrayNode) entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").properties().forEach(property -> {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asText().equals(property.getKey()));
            if (required || (depth < DEEP && random.nextDouble() < optional)) {
                object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
            }
        });
        if (!schema.has("properties") && random.nextBoolean()) {
            object.put(words.word("api_name").orElse("Stage"), TEXTS[random.nextInt(TEXTS.length)]);
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(3), least + (depth < DEEP ? 2 : 0));
        ArrayNode array = NODES.arrayNode();
        int size = least + random.nextInt(most - least + 1);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private String text(JsonNode schema, String name) {
        Optional<String> known = Optional.ofNullable(given.get(name)).or(() -> words.word(name));
        if (known.isPresent() && random.nextInt(10) > 0 && allows(schema, known.get())) {
            return known.get();
        }
        if (schema.has("pattern")) {
            return PatternText.of(schema.path("pattern").asText(), random);
        }
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static boolean allows(JsonNode schema, String text) {
        return text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && text.length() >= schema.path("minLength").asInt(0)
                && (!schema.has("pattern")
                        || text.matches(schema.path("pattern").asText()));
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        return least + random.nextInt((int) Math.min(schema.path("maximum").asLong(1000) - least + 1, 1000));
    }
}
