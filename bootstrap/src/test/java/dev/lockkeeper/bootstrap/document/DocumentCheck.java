package dev.lockkeeper.bootstrap.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds exchanges against the document: an answer has to be one that the document has for its call and status, and a
 * request that was accepted one that the document allows. An address that is not in the document answers one of the
 * refusals that all calls have in common.
 */
public final class DocumentCheck {

    /** Against the document that is built into the service. */
    public static final DocumentCheck PACKAGED = new DocumentCheck(ApiDocument.packaged());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ApiDocument document;
    private final SchemaCheck schemas;

    public DocumentCheck(ApiDocument document) {
        this.document = document;
        this.schemas = new SchemaCheck(document);
    }

    /**
     * Fails the test when the document does not allow an exchange.
     *
     * @throws AssertionError with the exchange and all that is wrong with it
     */
    public void verify(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError("The API document does not allow this: " + faults + "\n" + exchange);
        }
    }

    /** The call that a request is for, if it is one of the document's. */
    public Optional<Operation> operation(Exchange exchange) {
        return find(exchange).map(ApiDocument.Match::operation);
    }

    /** What is not well-formed is no address. */
    private Optional<ApiDocument.Match> find(Exchange exchange) {
        return isWellFormed(exchange.target()) ? document.find(exchange.method(), exchange.path()) : Optional.empty();
    }

    private static boolean isWellFormed(String target) {
        try {
            return !new URI(target).isOpaque();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What the document does not allow. */
    public List<String> faults(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        Optional<ApiDocument.Match> match = find(exchange);
        if (match.isEmpty()) {
            unserved(exchange, faults);
            return faults;
        }
        Operation operation = match.get().operation();
        operation
                .response(exchange.status())
                .ifPresentOrElse(
                        response -> answer(response, exchange, faults),
                        () -> faults.add("the status is not documented for " + operation.id()));
        if (exchange.accepted()) {
            new RequestCheck(operation, schemas, faults)
                    .check(exchange, match.get().variables());
        }
        return faults;
    }

    private void unserved(Exchange exchange, List<String> faults) {
        Optional<JsonNode> refusal = UnservedAddress.of(document, exchange.path(), exchange.status());
        refusal.ifPresentOrElse(
                response -> answer(response, exchange, faults),
                () -> faults.add("the document does not have this call, and no address answers this status to such"));
    }

    private void answer(JsonNode response, Exchange exchange, List<String> faults) {
        response.path("headers").properties().forEach(header -> {
            Optional<String> value = exchange.header(header.getKey());
            if (value.isPresent()) {
                schemas.faults(header.getValue().path("schema"), TextNode.valueOf(value.get()))
                        .forEach(fault -> faults.add("header " + header.getKey() + ": " + fault));
            } else if (header.getValue().path("required").asBoolean()) {
                faults.add("the header " + header.getKey() + " is missing");
            }
        });
        if (!exchange.method().equals("HEAD")) {
            body(response.path("content"), exchange, faults);
        }
    }

    private void body(JsonNode contents, Exchange exchange, List<String> faults) {
        if (contents.isEmpty()) {
            if (exchange.body().length > 0) {
                faults.add("a body where there is to be none");
            }
            return;
        }
        String type = exchange.contentType().orElse("none");
        JsonNode content = contents.get(type);
        if (content == null) {
            faults.add("content of the type " + type);
        } else {
            value(type, exchange.body())
                    .ifPresentOrElse(
                            value -> faults.addAll(schemas.faults(content.path("schema"), value)),
                            () -> faults.add("the body is not JSON"));
        }
    }

    private static Optional<JsonNode> value(String type, byte[] body) {
        return type.endsWith("json")
                ? json(body)
                : Optional.of(TextNode.valueOf(new String(body, StandardCharsets.UTF_8)));
    }

    /** The JSON of a body, read as strictly as the service reads. */
    static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(new String(body, StandardCharsets.UTF_8)))
                    .filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
