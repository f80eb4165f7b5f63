package dev.lockkeeper.bootstrap.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds a request that was accepted against what the document says of its call.
 *
 * @param faults where what is wrong is added
 */
record RequestCheck(Operation operation, SchemaCheck schemas, List<String> faults) {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(zoho-oauthtoken|bearer) +[^ ].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    void check(Exchange exchange, Map<String, String> pathVariables) {
        if (operation.isSecured()
                && exchange.requestHeader("Authorization")
                        .filter(value -> AUTHORIZATION.matcher(value).matches())
                        .isEmpty()) {
            faults.add("accepted without an access token");
        }
        for (Operation.Parameter parameter : operation.parameters()) {
            check(
                    parameter,
                    parameter.in().equals("path")
                            ? Optional.ofNullable(pathVariables.get(parameter.name()))
                            : queryValue(exchange.query(), parameter.name()));
        }
        operation.bodySchema().ifPresent(schema -> checkBody(schema, exchange.requestBody()));
    }

    private void check(Operation.Parameter parameter, Optional<String> sent) {
        if (sent.isEmpty()) {
            if (parameter.required()) {
                faults.add("accepted without the parameter " + parameter.name());
            }
        } else if (!(parameter.mayBeEmpty() && sent.get().isEmpty())) {
            schemas.faults(parameter.schema(), value(parameter.schema(), sent.get()))
                    .forEach(fault -> faults.add("accepted with the parameter " + parameter.name() + ": " + fault));
        }
    }

    private void checkBody(JsonNode schema, byte[] body) {
        DocumentCheck.json(body)
                .ifPresentOrElse(
                        value -> schemas.faults(schema, value)
                                .forEach(fault -> faults.add("accepted with the body: " + fault)),
                        () -> faults.add("accepted with a body that is not JSON"));
    }

    private static JsonNode value(JsonNode schema, String text) {
        return schema.path("type").asText().equals("integer")
                        && INTEGER.matcher(text).matches()
                ? BigIntegerNode.valueOf(new BigInteger(text))
                : TextNode.valueOf(text);
    }

    /** The first value of a parameter, which is the one that counts. */
    private static Optional<String> queryValue(String query, String name) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (Operation.decoded(equals < 0 ? pair : pair.substring(0, equals)).equals(name)) {
                return Optional.of(equals < 0 ? "" : Operation.decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }
}
