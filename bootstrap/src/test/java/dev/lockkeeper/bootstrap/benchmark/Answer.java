package dev.lockkeeper.bootstrap.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An answer of HTTP/1.1 as it was received, of which only what a benchmark needs is looked at. */
final class Answer {

    private static final byte[] HEAD_END = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("\r\ncontent-length:");

    /** Behind {@code "HTTP/1.1 "}. */
    private static final int STATUS_BEGIN = 9;

    private static final int STATUS_END = 12;
    private static final int NO_CONTENT = 204;
    private static final int DECIMAL = 10;
    private static final int TO_LOWER_CASE = 'a' - 'A';

    private final byte[] bytes;
    private final int status;
    private final int body;
    private final int end;

    private Answer(byte[] bytes, int status, int body, int end) {
        this.bytes = bytes;
        this.status = status;
        this.body = body;
        this.end = end;
    }

    /**
     * The answer that these bytes are; it lives as long as they are not overwritten.
     *
     * @param received how many of the bytes have been received
     * @return none as long as there are too few
     * @throws IllegalStateException when there are too many, or the length is not said in advance
     */
    static Optional<Answer> of(byte[] bytes, int received) {
        int headEnd = indexOf(HEAD_END, bytes, STATUS_END, received);
        if (headEnd < 0) {
            return Optional.empty();
        }
        int status = number(bytes, STATUS_BEGIN, STATUS_END);
        int body = headEnd + HEAD_END.length;
        int end = body + length(bytes, headEnd, status, received);
        if (received > end) {
            throw new IllegalStateException("More than one answer: " + text(bytes, 0, received));
        }
        return received < end ? Optional.empty() : Optional.of(new Answer(bytes, status, body, end));
    }

    private static int length(byte[] bytes, int headEnd, int status, int received) {
        int header = indexOf(LENGTH, bytes, STATUS_END, headEnd);
        if (header < 0) {
            if (status == NO_CONTENT) {
                return 0;
            }
            throw new IllegalStateException("No content-length: " + text(bytes, 0, received));
        }
        int begin = header + LENGTH.length;
        while (bytes[begin] == ' ') {
            begin++;
        }
        int end = begin;
        while (bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        return number(bytes, begin, end);
    }

    private static int number(byte[] bytes, int begin, int end) {
        int number = 0;
        for (int at = begin; at < end; at++) {
            number = number * DECIMAL + bytes[at] - '0';
        }
        return number;
    }

    int status() {
        return status;
    }

    /**
     * What stands in the body behind these words, one after the other, up to the next quote.
     *
     * @param words in lower case, as upper case is taken for it in the body
     * @throws IllegalStateException when they do not stand there
     */
    byte[] quotedBehind(byte[]... words) {
        int begin = body;
        for (byte[] word : words) {
            int found = indexOf(word, bytes, begin, end);
            if (found < 0) {
                throw new IllegalStateException("Not as expected: " + text());
            }
            begin = found + word.length;
        }
        int quote = begin;
        while (quote < end && bytes[quote] != '"') {
            quote++;
        }
        byte[] quoted = new byte[quote - begin];
        System.arraycopy(bytes, begin, quoted, 0, quoted.length);
        return quoted;
    }

    /** All of it, head and body. */
    String text() {
        return text(bytes, 0, end);
    }

    /** Whether the body has these words, in any case. */
    boolean says(byte[] words) {
        return indexOf(words, bytes, body, end) >= 0;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes, int begin, int end) {
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** The first place of what is wanted, in lower case; negative when there is none. */
    private static int indexOf(byte[] wanted, byte[] bytes, int begin, int end) {
        for (int at = begin; at <= end - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && lowerCase(bytes[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static int lowerCase(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + TO_LOWER_CASE : letter;
    }
}
