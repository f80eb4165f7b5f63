package dev.lockkeeper.adapter.rest.answer;

import io.micronaut.http.MutableHttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id of a request, which its answer repeats and its log lines carry. An answer has the very id that the request had,
 * an arbitrary string (OpenID AuthZEN Authorization API 1.0, section "Request Identification"); it is a header's value, so
 * it has no control characters but tabs. An empty one tells no requests apart, and counts as none.
 */
public final class RequestId {

    /** The header in which a caller may send one, and in which the answer has it. */
    public static final String HEADER = "X-Request-ID";

    private static final int LONGEST_LOGGED = 128;

    private RequestId() {}

    /** The id that was sent, else a new one. */
    public static String of(@Nullable String sent) {
        return sent == null || sent.isEmpty() ? UUID.randomUUID().toString() : sent;
    }

    /**
     * An id as log lines have it: its first {@value #LONGEST_LOGGED} characters, each that is not visible ASCII as an
     * underscore, so that nobody can pretend in an id that a line ends or goes on.
     */
    public static String logged(String id) {
        return id.length() <= LONGEST_LOGGED && isPlain(id) ? id : plain(id);
    }

    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (!isVisible(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String id) {
        StringBuilder plain = new StringBuilder(LONGEST_LOGGED);
        for (int i = 0; i < Math.min(id.length(), LONGEST_LOGGED); i++) {
            plain.append(isVisible(id.charAt(i)) ? id.charAt(i) : '_');
        }
        return plain.toString();
    }

    private static boolean isVisible(char character) {
        return character > ' ' && character <= '~';
    }

    /** Gives an answer that no filter sees the id of the request as it was sent, or a new one. */
    public static void addTo(MutableHttpResponse<?> answer, @Nullable String sent) {
        answer.getHeaders().set(HEADER, of(sent));
    }
}
