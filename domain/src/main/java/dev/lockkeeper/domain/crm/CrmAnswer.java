package dev.lockkeeper.domain.crm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A yes of the CRM in its own words, which reach the caller unchanged.
 *
 * @param status of HTTP, 200 to 299
 * @param body as in {@link CrmRefusal}
 */
public record CrmAnswer(int status, Map<String, @Nullable Object> body) {

    public CrmAnswer(int status, Map<String, @Nullable Object> body) {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("A success has a status from 200 to 299: " + status);
        }
        this.status = status;
        this.body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
