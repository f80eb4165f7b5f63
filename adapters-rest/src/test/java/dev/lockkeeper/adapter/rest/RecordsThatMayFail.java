package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.record.RecordReport;
import dev.lockkeeper.domain.record.Records;
import dev.lockkeeper.domain.record.ReportOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Records that are looked for anew with every call, and may not be found. */
final class RecordsThatMayFail implements Records {

    private final Supplier<Records> found;

    RecordsThatMayFail(Supplier<Records> found) {
        this.found = found;
    }

    @Override
    public ReportOutcome report(RecordReport report) {
        return found.get().report(report);
    }

    @Override
    public void forget(RecordKey key) {
        found.get().forget(key);
    }

    @Override
    public Optional<Revision> remove(RecordKey key, User by, Instant at) {
        return found.get().remove(key, by, at);
    }
}
