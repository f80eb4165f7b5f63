package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.application.lock.RecordPath;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Parameter;

/** The variable parts of a lock call's URL. */
@Introspected
record LockUrl(
        @PathVariable @Parameter(ref = "#/components/parameters/Version")
        String version,

        @PathVariable @Parameter(ref = "#/components/parameters/Module")
        String module,

        @PathVariable @IdSchema String recordId,

        @PathVariable @Parameter(ref = "#/components/parameters/Relation")
        String relation) {

    /** Whether this is an address of the contract at all. */
    boolean isServed() {
        return CrmPath.isServed(version) && !CrmPath.isNamespace(module);
    }

    RecordPath path() {
        return new RecordPath(module, recordId, relation);
    }
}
