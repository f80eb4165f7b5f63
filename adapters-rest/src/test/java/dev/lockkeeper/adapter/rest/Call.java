package dev.lockkeeper.adapter.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One request, by a client that adds nothing to it. Immutable. */
record Call(HttpClient client, String method, URI address, List<String> headers, BodyPublisher body) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Call header(String name, String value) {
        return new Call(
                client,
                method,
                address,
                Stream.concat(headers.stream(), Stream.of(name, value)).toList(),
                body);
    }

    Call token(String token) {
        return header("Authorization", "Zoho-oauthtoken " + token);
    }

    Call body(String json) {
        return body(json.getBytes(StandardCharsets.UTF_8));
    }

    Call body(byte[] bytes) {
        return new Call(client, method, address, headers, BodyPublishers.ofByteArray(bytes));
    }

    /** In chunks, so that the server learns the length at the end. */
    Call chunked(byte[] bytes) {
        return new Call(
                client, method, address, headers, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    Answer send() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
