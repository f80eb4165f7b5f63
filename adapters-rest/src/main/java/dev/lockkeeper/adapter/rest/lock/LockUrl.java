package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.application.lock.RecordPath;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.PathVariable;

/** The variable parts of a lock call's URL. */
@Introspected
record LockUrl(
        @PathVariable String version,
        @PathVariable String module,
        @PathVariable String recordId,
        @PathVariable String relation) {

    /** Whether this is an address of the contract at all. */
    boolean isServed() {
        return CrmPath.isServed(version) && !CrmPath.isNamespace(module);
    }

    RecordPath path() {
        return new RecordPath(module, recordId, relation);
    }
}
