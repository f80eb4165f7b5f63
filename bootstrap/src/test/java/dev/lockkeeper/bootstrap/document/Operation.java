package dev.lockkeeper.bootstrap.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the document.
 *
 * @param template of its path, with variables in braces
 * @param node what the document says of it, references to parameters, bodies and responses followed
 */
public record Operation(String method, String template, JsonNode node) {

    /** A parameter of the path or the query. */
    public record Parameter(String name, String in, boolean required, boolean mayBeEmpty, JsonNode schema) {}

    public String id() {
        return node.path("operationId").asText();
    }

    /** Whether it needs an access token. */
    public boolean isSecured() {
        return !node.path("security").isEmpty();
    }

    public List<Parameter> parameters() {
        return node.path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.path("name").asText(),
                        parameter.path("in").asText(),
                        parameter.path("required").asBoolean(),
                        parameter.path("allowEmptyValue").asBoolean(),
                        parameter.path("schema")))
                .toList();
    }

    /** The schema of its JSON body; empty when it takes none. */
    public Optional<JsonNode> bodySchema() {
        return contentSchema("application/json");
    }

    /** The schema of its body in the form of HTML's forms; empty when it takes none. */
    public Optional<JsonNode> formSchema() {
        return contentSchema("application/x-www-form-urlencoded");
    }

    private Optional<JsonNode> contentSchema(String type) {
        JsonNode schema = node.path("requestBody").path("content").path(type).path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** What the document says of an answer of this status. */
    public Optional<JsonNode> response(int status) {
        return Optional.ofNullable(node.path("responses").get(Integer.toString(status)));
    }

    /** The values of its path's variables in a path, decoded; empty when the path is another. */
    Optional<Map<String, String>> match(String path) {
        String[] expected = template.split("/", -1);
        String[] sent = path.split("/", -1);
        if (expected.length != sent.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (isVariable(expected[i])) {
                if (sent[i].isEmpty()) {
                    return Optional.empty();
                }
                variables.put(expected[i].substring(1, expected[i].length() - 1), decoded(sent[i].replace("+", "%2B")));
            } else if (!expected[i].equals(sent[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** How much of its path is fixed: of two that match a path, the one that says more of it is meant. */
    long fixedSegments() {
        return Arrays.stream(template.split("/", -1))
                .filter(segment -> !isVariable(segment))
                .count();
    }

    /** What percent-encoding stands for; as it is where it is none. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
