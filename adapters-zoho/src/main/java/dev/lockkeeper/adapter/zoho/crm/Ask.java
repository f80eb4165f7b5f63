package dev.lockkeeper.adapter.zoho.crm;

import io.micronaut.http.HttpMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of Zoho, as it is sent.
 *
 * @param path with the query
 */
record Ask(
        CallKind kind,
        HttpMethod method,
        String path,
        @Nullable Map<String, @Nullable Object> body) {

    Ask(CallKind kind, HttpMethod method, String path) {
        this(kind, method, path, null);
    }

    boolean isChange() {
        return kind.isChange();
    }
}
