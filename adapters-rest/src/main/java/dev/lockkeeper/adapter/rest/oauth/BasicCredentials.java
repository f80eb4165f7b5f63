package dev.lockkeeper.adapter.rest.oauth;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A client's id and secret in the header {@code Authorization: Basic …}: form-encoded, then joined and written in Base64
 * (RFC 6749, section 2.3.1).
 */
record BasicCredentials(String name, String password) {

    private static final String SCHEME = "Basic ";

    static Optional<BasicCredentials> of(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new BasicCredentials(formDecoded(parts[0]), formDecoded(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Neither Base64 nor form-encoded: no credentials, and the client is told that it is not known.
            return Optional.empty();
        }
    }

    private static String formDecoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "BasicCredentials[hidden]";
    }
}
