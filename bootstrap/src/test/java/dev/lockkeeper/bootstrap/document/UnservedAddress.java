package dev.lockkeeper.bootstrap.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What addresses answer that are not in the document, or are not there with the request's method. */
final class UnservedAddress {

    private static final String WRONG_METHOD_OF_ZOHO = """
            headers: {X-Request-ID: {$ref: '#/components/headers/RequestId'}}
            content:
              application/json:
                schema:
                  allOf:
                    - $ref: '#/components/schemas/ZohoError'
                    - {type: object, properties: {code: {type: string, enum: [INVALID_REQUEST_METHOD]}}}
            """;
    private static final String WRONG_METHOD_OF_MANAGEMENT = """
            headers:
              X-Request-ID: {$ref: '#/components/headers/RequestId'}
              Allow: {required: true, schema: {type: string}}
            content:
              application/problem+json:
                schema:
                  allOf:
                    - $ref: '#/components/schemas/Problem'
                    - {type: object, properties: {status: {type: integer, enum: [405]}}}
            """;

    private static final String NOTHING_OF_ACCESS = """
            headers: {X-Request-ID: {$ref: '#/components/headers/RequestId'}}
            content: {text/plain: {schema: {type: string, minLength: 1}}}
            """;
    private static final String WRONG_METHOD_OF_ACCESS = """
            headers:
              X-Request-ID: {$ref: '#/components/headers/RequestId'}
              Allow: {required: true, schema: {type: string}}
            content: {text/plain: {schema: {type: string, minLength: 1}}}
            """;

    private UnservedAddress() {}

    /** By the surface that the path is of. */
    static Optional<JsonNode> of(ApiDocument document, String path, int status) {
        if (path.matches("/(access/|\\.well-known/authzen-configuration).*")) {
            return ofAccess(document, status);
        }
        return path.matches("/(api/|zoho/notifications).*") ? ofManagement(document, status) : ofZoho(document, status);
    }

    private static Optional<JsonNode> ofAccess(ApiDocument document, int status) {
        return switch (status) {
            case 400 -> response(document, "AccessBadRequest");
            case 401 -> response(document, "AccessUnauthorized");
            case 403 -> response(document, "AccessForbidden");
            case 404 -> Optional.of(document.part(NOTHING_OF_ACCESS));
            case 405 -> Optional.of(document.part(WRONG_METHOD_OF_ACCESS));
            case 413 -> response(document, "AccessTooLarge");
            case 429 -> response(document, "AccessTooManyRequests");
            case 503 -> response(document, "AccessUnavailable");
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofZoho(ApiDocument document, int status) {
        return switch (status) {
            case 400 -> response(document, "ZohoMalformed");
            case 401 -> response(document, "ZohoUnauthorized");
            case 403 -> Optional.of(document.part(WRONG_METHOD_OF_ZOHO));
            case 404 -> response(document, "ZohoNotFound");
            case 429 -> response(document, "ZohoTooManyRequests");
            case 503 -> response(document, "ZohoUnavailable");
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofManagement(ApiDocument document, int status) {
        return switch (status) {
            case 400 -> response(document, "ProblemBadRequest");
            case 401 -> response(document, "ProblemUnauthorized");
            case 403 -> response(document, "ProblemForbidden");
            case 404 -> response(document, "ProblemNotFound");
            case 405 -> Optional.of(document.part(WRONG_METHOD_OF_MANAGEMENT));
            case 413 -> response(document, "ProblemTooLarge");
            case 429 -> response(document, "ProblemTooManyRequests");
            case 503 -> response(document, "ProblemUnavailable");
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> response(ApiDocument document, String name) {
        return Optional.of(document.part("$ref: '#/components/responses/" + name + "'"));
    }
}
