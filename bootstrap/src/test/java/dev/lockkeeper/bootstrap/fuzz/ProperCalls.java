package dev.lockkeeper.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockkeeper.bootstrap.document.ApiDocument;
import dev.lockkeeper.bootstrap.document.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Makes up calls that the document allows, of things that earlier answers told of. */
final class ProperCalls {

    private static final double[] OPTIONAL = {0, 0, 0, 0.1, 0.3, 0.7};

    private final ApiDocument document;
    private final Words words;
    private final Random random;
    private final String token;

    ProperCalls(ApiDocument document, Words words, Random random, String token) {
        this.document = document;
        this.words = words;
        this.random = random;
        this.token = token;
    }

    /**
     * A call.
     *
     * @param parameters what stands in its path and query, by name
     * @param known those of them that were known to go together
     */
    record Made(RawCall call, Map<String, String> parameters, Map<String, String> known) {}

    Made make(Operation operation) {
        double optional = OPTIONAL[random.nextInt(OPTIONAL.length)];
        Map<String, String> known = known(operation);
        Map<String, String> parameters = new LinkedHashMap<>();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        String path = operation.template();
        for (Operation.Parameter parameter : operation.parameters()) {
            boolean inPath = parameter.in().equals("path");
            if (inPath || parameter.required() || random.nextDouble() < optional) {
                String value = value(parameter, known, optional);
                parameters.put(parameter.name(), value);
                if (inPath) {
                    path = path.replace("{" + parameter.name() + "}", encoded(value));
                } else {
                    query.add(parameter.name() + "=" + encoded(value));
                }
            }
        }
        Optional<JsonNode> body =
                operation.bodySchema().map(schema -> values(optional, known).value(schema, "body"));
        Optional<String> form =
                operation.formSchema().map(schema -> form(values(1, known).value(schema, "form")));
        List<String> headers = new ArrayList<>();
        if (operation.isSecured()) {
            headers.add("Authorization: " + (random.nextBoolean() ? "Zoho-oauthtoken " : "Bearer ") + token);
        }
        if (form.isPresent()) {
            headers.add("Content-Type: application/x-www-form-urlencoded");
        } else if (body.isPresent()) {
            headers.add("Content-Type: application/json");
        }
        byte[] bytes = body.map(JsonNode::toString).or(() -> form).orElse("").getBytes(StandardCharsets.UTF_8);
        return new Made(new RawCall(operation.method(), path + query, headers, bytes), parameters, known);
    }

    /** What belongs together at this address or, for calls that name things elsewhere, at those of the things. */
    private Map<String, String> known(Operation operation) {
        Map<String, String> here = words.together(operation.template());
        return here.isEmpty() ? words.together(operation.template() + "/{id}") : here;
    }

    private String value(Operation.Parameter parameter, Map<String, String> known, double optional) {
        // A parameter "ids" takes an id as well.
        String together =
                known.getOrDefault(parameter.name(), known.get(parameter.name().replaceFirst("s$", "")));
        return together != null && random.nextInt(20) > 0
                ? together
                : values(optional, Map.of())
                        .value(parameter.schema(), parameter.name())
                        .asText();
    }

    private static String form(JsonNode object) {
        return object.properties().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private SchemaValues values(double optional, Map<String, String> given) {
        return new SchemaValues(document, words, random, optional, given);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
