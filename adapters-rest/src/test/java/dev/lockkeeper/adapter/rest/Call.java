package dev.lockkeeper.adapter.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request, by a client that adds nothing to it. Immutable. */
final class Call {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String method;
    private final HttpRequest.Builder request;

    Call(HttpClient client, String method, URI address) {
        this(client, method, HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, BodyPublishers.noBody()));
    }

    private Call(HttpClient client, String method, HttpRequest.Builder request) {
        this.client = client;
        this.method = method;
        this.request = request;
    }

    Call header(String name, String value) {
        return new Call(client, method, request.copy().header(name, value));
    }

    Call token(String token) {
        return header("Authorization", "Zoho-oauthtoken " + token);
    }

    Call body(String json) {
        return body(json.getBytes(StandardCharsets.UTF_8));
    }

    Call body(byte[] bytes) {
        return new Call(client, method, request.copy().method(method, BodyPublishers.ofByteArray(bytes)));
    }

    /** In chunks, so that the server learns the length at the end. */
    Call chunked(byte[] bytes) {
        return new Call(
                client,
                method,
                request.copy().method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    /** Sends the body when the server says that it wants it. */
    Call expectingContinue() {
        return new Call(client, method, request.copy().expectContinue(true));
    }

    Answer send() {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + request.build().uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
