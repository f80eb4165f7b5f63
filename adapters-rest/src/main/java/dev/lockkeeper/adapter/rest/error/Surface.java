package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpRequest;

/** The surfaces of the service, which say the same thing in different words. */
public enum Surface {
    /** Zoho's contract, and every address that nobody serves. */
    ZOHO,
    /** The management API, and what takes the CRM's messages: RFC 9457 problem details. */
    MANAGEMENT,
    /** The decision API: an error message string (OpenID AuthZEN Authorization API 1.0, section "Error Responses"). */
    ACCESS;

    /** The surface that a request is for. */
    public static Surface of(HttpRequest<?> request) {
        return of(request.getPath());
    }

    /** The surface that a path is of. */
    public static Surface of(String path) {
        if (path.startsWith("/access/") || path.startsWith("/.well-known/authzen-configuration")) {
            return ACCESS;
        }
        return path.startsWith("/api/") || path.startsWith("/zoho/notifications") ? MANAGEMENT : ZOHO;
    }
}
