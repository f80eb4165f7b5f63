package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseFactory;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in the words of the CRM that decides, and how old they are. */
public final class CrmWords {

    private CrmWords() {}

    /** A yes or no of the CRM, unchanged. */
    public static MutableHttpResponse<?> answer(int status, Map<String, @Nullable Object> body) {
        return HttpResponseFactory.INSTANCE
                .status(status, reason(status))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(body);
    }

    private static String reason(int status) {
        return Arrays.stream(HttpStatus.values())
                .filter(known -> known.getCode() == status)
                .map(HttpStatus::getReason)
                .findFirst()
                .orElse("Status " + status);
    }

    /**
     * Says how long ago the CRM is known to have said so: the header Age (RFC 9111, section 5.1), in whole seconds.
     *
     * @param age null when the answer does not come from a CRM
     */
    public static MutableHttpResponse<?> aged(HttpResponse<?> answer, @Nullable Duration age) {
        MutableHttpResponse<?> aged = answer.toMutableResponse();
        return age == null ? aged : aged.header(HttpHeaders.AGE, Long.toString(Math.max(0, age.toSeconds())));
    }
}
