package dev.lockkeeper.adapter.rest.record;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.NullableAnswerSchema;
import dev.lockkeeper.application.record.ReportRecords.Reported;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.record.ReportedRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
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
                record.lock() == null ? null : lock(record.lock(), report));
    }

    private static Lock lock(RecordLock lock, Reported report) {
        return new Lock(
                lock.id().toString(),
                lock.origin().source().name().toLowerCase(Locale.ROOT),
                lock.origin().heldByRule().map(rule -> rule(rule, report)).orElse(null));
    }

    private static Rule rule(RuleId rule, Reported report) {
        return new Rule(rule.toString(), report.ruleNames().get(rule));
    }
}
