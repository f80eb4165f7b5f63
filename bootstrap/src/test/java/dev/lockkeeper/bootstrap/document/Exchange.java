package dev.lockkeeper.bootstrap.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A request and what was answered to it.
 *
 * @param target path and query as they were sent
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares exchanges.
public record Exchange(
        String method,
        String target,
        Map<String, List<String>> requestHeaders,
        byte[] requestBody,
        int status,
        Map<String, List<String>> headers,
        byte[] body) {

    /** Headers by name without regard to case, and the answer's body without its content encoding. */
    public Exchange {
        requestHeaders = byName(requestHeaders);
        headers = byName(headers);
        body = first(headers, "Content-Encoding").equals(Optional.of("gzip")) ? unzipped(body) : body;
    }

    private static byte[] unzipped(byte[] body) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path without the query. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    Optional<String> requestHeader(String name) {
        return first(requestHeaders, name);
    }

    public Optional<String> header(String name) {
        return first(headers, name);
    }

    /** The type of the answer's content, without parameters. */
    public Optional<String> contentType() {
        return header("Content-Type").map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT));
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s %s%n%s%n-> %d %s%n%s"
                .formatted(
                        method,
                        shortened(target),
                        shortened(new String(requestBody, StandardCharsets.UTF_8)),
                        status,
                        headers,
                        shortened(bodyText()));
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "… (" + text.length() + " characters)";
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return Optional.ofNullable(headers.get(name))
                .flatMap(values -> values.stream().findFirst());
    }

    private static Map<String, List<String>> byName(Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            // HTTP/1.1 status lines come under the name null or ":status" from some clients.
            if (name != null && !name.startsWith(":")) {
                byName.put(name, List.copyOf(values));
            }
        });
        return byName;
    }
}
