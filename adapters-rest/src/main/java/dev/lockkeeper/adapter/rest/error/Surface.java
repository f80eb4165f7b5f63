package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpRequest;
import java.util.List;

/** The surfaces of the service, which say the same thing in different words. */
public enum Surface {
    /** Zoho's contract, and every address that nobody serves. */
    ZOHO,
    /** The management API, and what takes the CRM's messages: RFC 9457 problem details. */
    MANAGEMENT;

    private static final List<String> MANAGEMENT_PATHS = List.of("/api/", "/zoho/notifications");

    /** The surface that a request is for. */
    public static Surface of(HttpRequest<?> request) {
        return MANAGEMENT_PATHS.stream().anyMatch(request.getPath()::startsWith) ? MANAGEMENT : ZOHO;
    }
}
