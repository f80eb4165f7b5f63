package dev.lockkeeper.bootstrap.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it goes over the wire.
 *
 * @param target path and query, encoded
 * @param headers as lines, without those that say how long the body is
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares calls.
record RawCall(String method, String target, List<String> headers, byte[] body) {

    private static final String AUTHORIZATION = "authorization:";

    RawCall withMethod(String other) {
        return new RawCall(other, target, headers, body);
    }

    RawCall withTarget(String other) {
        return new RawCall(method, other, headers, body);
    }

    RawCall withBody(byte[] other) {
        return new RawCall(method, target, headers, other);
    }

    RawCall withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    RawCall withHeader(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new RawCall(method, target, more, body);
    }

    RawCall withoutToken() {
        return new RawCall(
                method,
                target,
                headers.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(AUTHORIZATION))
                        .toList(),
                body);
    }

    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The query with its question mark, if there is one. */
    String query() {
        return target.substring(path().length());
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Map<String, List<String>> headersByName() {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        headers.forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                byName.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        });
        return byName;
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.length() <= 2000 ? text : text.substring(0, 2000) + "…";
    }
}
