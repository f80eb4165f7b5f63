package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.request.FencingToken;
import dev.lockkeeper.adapter.rest.time.ZohoTime;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Zoho answers when a lock call succeeds. */
final class LockAnswers {

    private static final int PER_PAGE = 200;

    private LockAnswers() {}

    static HttpResponse<?> added(RecordLock lock, UserRef by) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("Modified_Time", ZohoTime.format(lock.lockedAt()));
        details.put("Modified_By", LockingInformation.user(by));
        details.put("Created_Time", ZohoTime.format(lock.lockedAt()));
        details.put("id", lock.id().toString());
        details.put("Created_By", LockingInformation.user(by));
        return done(HttpStatus.CREATED, "record added", details, lock.revision());
    }

    static HttpResponse<?> updated(LockId lock, Revision revision) {
        return done(HttpStatus.OK, "relation updated", Map.of("id", lock.toString()), revision);
    }

    static HttpResponse<?> removed(LockId lock, Revision revision) {
        return done(HttpStatus.OK, "relation removed", Map.of("id", lock.toString()), revision);
    }

    static HttpResponse<?> list(Map<String, @Nullable Object> element, Revision revision) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("per_page", PER_PAGE);
        info.put("count", 1);
        info.put("page", 1);
        info.put("more_records", false);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", List.of(element));
        body.put("info", info);
        return json(HttpStatus.OK, body, revision);
    }

    static HttpResponse<?> single(Map<String, @Nullable Object> element, Revision revision) {
        return json(HttpStatus.OK, Map.of("data", List.of(element)), revision);
    }

    private static HttpResponse<?> done(
            HttpStatus status, String message, Map<String, Object> details, Revision revision) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("code", "SUCCESS");
        element.put("details", details);
        element.put("message", message);
        element.put("status", "success");
        return json(status, Map.of("data", List.of(element)), revision);
    }

    private static HttpResponse<?> json(HttpStatus status, Object body, Revision revision) {
        return FencingToken.on(
                HttpResponse.status(status)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .body(body),
                revision);
    }
}
