package dev.lockkeeper.bootstrap.fuzz;

import dev.lockkeeper.bootstrap.document.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends what no HTTP client would let through, each call over a connection of its own. */
record RawConnection(URI service) {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: ([0-9]+)");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /**
     * Sends a call and reads the answer.
     *
     * @throws IOException when there is none in this time
     */
    Exchange send(RawCall call, Duration patience) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(call.bytes());
            return exchange(call, answer(call, socket.getInputStream()));
        }
    }

    /** Reads as far as the answer says, since a connection may stay open whose request was not read to its end. */
    private static byte[] answer(RawCall call, InputStream stream) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        int read = stream.read(buffer);
        while (read > 0) {
            received.write(buffer, 0, read);
            byte[] answer = received.toByteArray();
            int end = indexOf(answer, END_OF_HEAD, 0);
            if (end >= 0 && answer.length >= length(call, answer, end)) {
                return answer;
            }
            read = stream.read(buffer);
        }
        return received.toByteArray();
    }

    /** How long the whole answer is, if its head tells. */
    private static long length(RawCall call, byte[] answer, int endOfHead) {
        String head = new String(answer, 0, endOfHead, StandardCharsets.ISO_8859_1);
        Matcher length = CONTENT_LENGTH.matcher(head);
        boolean withoutBody = call.method().equals("HEAD") || head.startsWith("HTTP/1.1 204");
        return withoutBody
                ? endOfHead
                : length.find() ? endOfHead + END_OF_HEAD.length + Long.parseLong(length.group(1)) : Long.MAX_VALUE;
    }

    private static Exchange exchange(RawCall call, byte[] received) throws IOException {
        int end = indexOf(received, END_OF_HEAD, 0);
        if (end < 0) {
            throw new IOException("No answer of HTTP: " + new String(received, StandardCharsets.UTF_8));
        }
        List<String> head = new String(received, 0, end, StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        byte[] rest = Arrays.copyOfRange(received, end + END_OF_HEAD.length, received.length);
        boolean chunked = headers.getOrDefault("Transfer-Encoding", List.of()).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("chunked"));
        return new Exchange(
                call.method(),
                call.target(),
                call.headersByName(),
                call.body(),
                Integer.parseInt(head.getFirst().split(" ", -1)[1]),
                headers,
                chunked ? unchunked(rest) : rest);
    }

    private static byte[] unchunked(byte[] chunks) {
        byte[] lineEnd = "\r\n".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = indexOf(chunks, lineEnd, at);
            int size = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.ISO_8859_1).strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            body.write(chunks, end + 2, size);
            at = end + 2 + size + 2;
        }
    }

    private static int indexOf(byte[] in, byte[] wanted, int from) {
        for (int i = from; i <= in.length - wanted.length; i++) {
            if (Arrays.equals(in, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
