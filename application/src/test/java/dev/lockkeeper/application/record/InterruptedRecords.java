package dev.lockkeeper.application.record;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.record.RecordReport;
import dev.lockkeeper.domain.record.Records;
import dev.lockkeeper.domain.record.ReportOutcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Records with which others get ahead of a caller, each time between its judging and its report. */
final class InterruptedRecords implements Records {

    private final Records records;
    private final Deque<Runnable> interruptions;

    /** @param interruptions what happens before the first report, the second, and so on */
    InterruptedRecords(Records records, Runnable... interruptions) {
        this.records = records;
        this.interruptions = new ArrayDeque<>(List.of(interruptions));
    }

    @Override
    public ReportOutcome report(RecordReport report) {
        Runnable interruption = interruptions.poll();
        if (interruption != null) {
            interruption.run();
        }
        return records.report(report);
    }

    @Override
    public void forget(RecordKey key) {
        records.forget(key);
    }

    @Override
    public Optional<Revision> remove(RecordKey key, User by, Instant at) {
        return records.remove(key, by, at);
    }
}
