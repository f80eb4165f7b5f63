package dev.lockkeeper.bootstrap.benchmark;

import java.nio.charset.StandardCharsets;

/**
 * What all requests to a service begin with.
 *
 * @param host the service's, with the port
 * @param token that requests carry which take one
 */
record RequestHead(String host, String token) {

    /** A whole request without a body. */
    String without(String method, String path) {
        return head(method, path) + authorization() + "\r\n";
    }

    /** A whole request without a body, and without a token. */
    String anonymous(String method, String path) {
        return head(method, path) + "\r\n";
    }

    /** A whole request with a JSON body. */
    String with(String method, String path, String body) {
        return head(method, path)
                + authorization()
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    private static String line(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\n";
    }

    private String head(String method, String path) {
        return line(method, path) + "Host: " + host + "\r\n";
    }

    private String authorization() {
        return "Authorization: Zoho-oauthtoken " + token + "\r\n";
    }
}
