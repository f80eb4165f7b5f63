package dev.lockkeeper.adapter.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends what no well-behaved client would. */
final class RawConnection {

    private static final int PATIENCE_MS = 20_000;

    private RawConnection() {}

    /** Sends a request without a body, in Latin 1. */
    static Answer send(URI server, String requestLine, String... headers) {
        String head = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n"
                + Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
        return send(server, head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends this, and reads until the server closes the connection. */
    static Answer send(URI server, byte[] request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request);
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String response) {
        int end = response.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No HTTP answer: " + response);
        }
        List<String> lines = response.substring(0, end).lines().toList();
        int status = Integer.parseInt(lines.getFirst().split(" ", -1)[1]);
        Map<String, List<String>> headers = lines.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.groupingBy(
                        header -> header[0].toLowerCase(Locale.ROOT),
                        Collectors.mapping(header -> header[1], Collectors.toList())));
        byte[] body = response.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }
}
