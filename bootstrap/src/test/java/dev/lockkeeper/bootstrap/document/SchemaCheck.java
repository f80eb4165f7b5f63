package dev.lockkeeper.bootstrap.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds values against schemas of the document, in the dialect of OpenAPI 3.0. */
final class SchemaCheck {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final ApiDocument document;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    SchemaCheck(ApiDocument document) {
        this.document = document;
    }

    /** What of a value its schema does not allow. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return known.computeIfAbsent(schema, this::schema).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** References in a schema begin at its root, so it takes the document's schemas along. */
    private JsonSchema schema(JsonNode node) {
        ObjectNode schema = node.deepCopy();
        schema.set("components", document.components());
        return FACTORY.getSchema(schema, CONFIG);
    }
}
