package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpRequest;

/** The surfaces of the service, which say the same thing in different words. */
public enum Surface {
    /** Zoho's contract, and every address that nobody serves. */
    ZOHO,
    /** The management API: RFC 9457 problem details. */
    MANAGEMENT;

    private static final String MANAGEMENT_PATH = "/api/";

    /** The surface that a request is for. */
    public static Surface of(HttpRequest<?> request) {
        return request.getPath().startsWith(MANAGEMENT_PATH) ? MANAGEMENT : ZOHO;
    }
}
