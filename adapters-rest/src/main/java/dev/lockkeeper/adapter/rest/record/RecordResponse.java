package dev.lockkeeper.adapter.rest.record;

import dev.lockkeeper.application.record.ReportRecords.Reported;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.record.ReportedRecord;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a record stands after it was reported. */
@Serdeable
record RecordResponse(
        String module,
        String id,
        @Nullable String name,
        long revision,
        @Nullable Lock lock) {

    /** The record's lock; the rule is null when a person alone holds it. */
    @Serdeable
    record Lock(String id, String source, @Nullable Rule rule) {}

    /** @param name null when the rule was deleted since it took the record */
    @Serdeable
    record Rule(String id, @Nullable String name) {}

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
