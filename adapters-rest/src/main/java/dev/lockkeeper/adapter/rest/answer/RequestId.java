package dev.lockkeeper.adapter.rest.answer;

import io.micronaut.http.MutableHttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request, which its log lines carry and its answer repeats. */
public final class RequestId {

    /** The header in which a caller may send one, and in which the answer has it. */
    public static final String HEADER = "X-Request-ID";

    /** An id from outside is repeated in logs and headers, so it has to be short and plain. */
    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RequestId() {}

    /** The id that was sent, where it can be one, else a new one. */
    public static String of(@Nullable String sent) {
        return sent != null && ACCEPTED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** Gives an answer that no filter sees the id of the request as it was sent, or a new one. */
    public static void addTo(MutableHttpResponse<?> answer, @Nullable String sent) {
        answer.getHeaders().set(HEADER, of(sent));
    }
}
