package dev.lockkeeper.bootstrap.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The API document with its calls. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                followed(method.getValue())))));
    }

    /** The call that a request is for, and the values of its path's variables. */
    record Match(Operation operation, Map<String, String> variables) {}

    /** The document as it is built into the service. */
    public static ApiDocument packaged() {
        try (InputStream stream = ApiDocument.class.getResourceAsStream("/META-INF/swagger/lockkeeper.yml")) {
            return parse(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ApiDocument parse(String yaml) {
        return new ApiDocument(read(yaml));
    }

    private static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All calls, in the document's order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** What a reference like {@code #/components/schemas/Id} refers to. */
    public JsonNode at(String reference) {
        JsonNode found = root.at(reference.substring(1));
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("The document has no " + reference);
        }
        return found;
    }

    /** A node itself, or what it refers to. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(at(node.path("$ref").asText())) : node;
    }

    /** A part as it might stand in the document, as {@link Operation#node()} has those that do. */
    JsonNode part(String yaml) {
        return followed(read(yaml));
    }

    JsonNode components() {
        return root.path("components");
    }

    /**
     * Of calls whose paths look alike the one that says most of the path. HEAD is GET without the answer's body, and
     * methods are read in any case.
     */
    Optional<Match> find(String method, String path) {
        String documented = method.equals("HEAD") ? "GET" : method.toUpperCase(Locale.ROOT);
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<Operation> closest = operations.stream()
                .filter(operation -> operation.match(plain).isPresent())
                .max(Comparator.comparingLong(Operation::fixedSegments));
        return closest.flatMap(found -> operations.stream()
                .filter(operation -> operation.template().equals(found.template()))
                .filter(operation -> operation.method().equals(documented))
                .findFirst()
                .map(operation -> new Match(operation, operation.match(plain).orElseThrow())));
    }

    /** A copy in which references to everything but schemas are replaced by what they refer to. */
    private JsonNode followed(JsonNode node) {
        String reference = node.path("$ref").asText("");
        if (!reference.isEmpty() && !reference.startsWith("#/components/schemas/")) {
            return followed(at(reference));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), followed(entry.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(followed(element)));
            return copy;
        }
        return node;
    }
}
