package dev.lockkeeper.adapter.rest.record;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.NullableAnswerSchema;
import dev.lockkeeper.application.crm.RefreshRecord;
import dev.lockkeeper.application.record.ReportRecords.Reported;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.record.ReportedRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a record stands after it was reported. */
@AnswerSchema
@Serdeable
record RecordResponse(
        String module,
        @IdSchema String id,
        @Nullable String name,
        long revision,
        @Nullable Lock lock) {

    /** The record's lock; the rule is null when a person alone holds it. */
    @NullableAnswerSchema
    @Serdeable
    record Lock(
            @IdSchema String id,

            @Schema(ref = "#/components/schemas/LockSource") String source,

            @Nullable Rule rule) {}

    /** @param name null when the rule was deleted since it took the record */
    @NullableAnswerSchema
    @Serdeable
    record Rule(@IdSchema String id, @Nullable String name) {}

    static RecordResponse from(ReportedRecord record, Reported report) {
        return new RecordResponse(
                report.module().apiName(),
                record.record().id().toString(),
                record.record().name(),
                record.revision().value(),
                record.lock() == null ? null : lock(record.lock(), report.ruleNames()));
    }

    static RecordResponse from(RefreshRecord.Refreshed refreshed) {
        LockedRecord locked = refreshed.locked();
        return new RecordResponse(
                refreshed.module().apiName(),
                refreshed.record().toString(),
                locked == null ? null : locked.recordName(),
                refreshed.revision().value(),
                locked == null ? null : lock(locked.lock(), refreshed.ruleNames()));
    }

    private static Lock lock(RecordLock lock, Map<RuleId, String> ruleNames) {
        return new Lock(
                lock.id().toString(),
                lock.origin().source().name().toLowerCase(Locale.ROOT),
                lock.origin()
                        .heldByRule()
                        .map(rule -> new Rule(rule.toString(), ruleNames.get(rule)))
                        .orElse(null));
    }
}
