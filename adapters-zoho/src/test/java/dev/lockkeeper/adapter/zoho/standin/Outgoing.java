package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.crm.CrmBodies;
import dev.lockkeeper.domain.crm.CrmRefusal;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of HTTP/1.1. */
record Outgoing(int status, String contentType, String body) {

    private static final JsonMapper MAPPER = JsonMapper.createDefault();
    private static final Argument<JsonNode> NODE = Argument.of(JsonNode.class);

    static Outgoing json(int status, Map<String, @Nullable Object> body) {
        return new Outgoing(status, "application/json;charset=UTF-8", write(body));
    }

    static Outgoing noContent() {
        return new Outgoing(204, "", "");
    }

    static Outgoing refusal(CrmRefusal refusal) {
        return json(refusal.status(), refusal.body());
    }

    static Outgoing error(int status, String code, String message) {
        return json(status, CrmBodies.error(code, Map.of(), message));
    }

    static Outgoing page() {
        return new Outgoing(200, "text/html", "<html><body>Be right back</body></html>");
    }

    void send(OutputStream out, Map<String, String> headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(head(headers, bytes.length));
        out.write(bytes);
        out.flush();
    }

    void sendHalf(OutputStream out) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(head(Map.of(), bytes.length));
        out.write(Arrays.copyOf(bytes, bytes.length / 2));
        out.flush();
    }

    private byte[] head(Map<String, String> headers, int length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Said\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!contentType.isEmpty()) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        if (status != 204) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static String write(Map<String, @Nullable Object> body) {
        try {
            return new String(MAPPER.writeValueAsBytes(NODE, JsonNode.from(body)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object that a text is; empty when it is none. */
    static Map<String, @Nullable Object> read(String text) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        try {
            JsonNode node = MAPPER.readValue(text.getBytes(StandardCharsets.UTF_8), NODE);
            if (node != null && node.getValue() instanceof Map<?, ?> map) {
                map.forEach((key, value) -> entries.put(String.valueOf(key), value));
            }
        } catch (IOException _) {
            entries.clear();
        }
        return entries;
    }
}
