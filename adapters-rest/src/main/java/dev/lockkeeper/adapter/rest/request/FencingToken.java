package dev.lockkeeper.adapter.rest.request;

import dev.lockkeeper.domain.lock.Revision;
import io.micronaut.http.MutableHttpResponse;

/** The header that calls carry which change or show a lock: the revision of the latest change that they made or show. */
public final class FencingToken {

    static final String HEADER = "Lockkeeper-Revision";

    private FencingToken() {}

    public static MutableHttpResponse<?> on(MutableHttpResponse<?> answer, Revision revision) {
        return answer.header(HEADER, revision.toString());
    }
}
