package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.job.InMemoryJobs;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Records} and {@link ExistingRecords} in memory. */
public final class InMemoryRecords implements Records, ExistingRecords {

    private final InMemoryConfigurations configurations;
    private final InMemoryLocks locks;
    private final InMemoryJobs jobs;
    private final Map<RecordKey, Stored> stored = new ConcurrentHashMap<>();

    private record Stored(CrmRecord record, long version, UserId reportedBy) {}

    public InMemoryRecords(InMemoryConfigurations configurations, InMemoryLocks locks, InMemoryJobs jobs) {
        this.configurations = configurations;
        this.locks = locks;
        this.jobs = jobs;
        locks.nameRecordsBy(this::nameOf);
    }

    private @Nullable String nameOf(RecordKey key) {
        Stored found = stored.get(key);
        return found == null ? null : found.record().name();
    }

    @Override
    public ReportOutcome report(RecordReport report) {
        // The rules stay as they are until the verdicts have taken effect.
        synchronized (configurations) {
            return takeEffect(report);
        }
    }

    private synchronized ReportOutcome takeEffect(RecordReport report) {
        if (!areInForce(report.module(), report.rules())) {
            return new ReportOutcome.RulesChanged();
        }
        Map<RecordId, JudgedRecord> last = new LinkedHashMap<>();
        report.records().forEach(judged -> last.put(judged.record().id(), judged));
        last.values().forEach(judged -> takeEffect(report, judged));
        List<ReportedRecord> reported = report.records().stream()
                .map(judged -> reported(report.module(), judged.record()))
                .toList();
        return new ReportOutcome.Reported(reported);
    }

    private void takeEffect(RecordReport report, JudgedRecord judged) {
        RecordKey key = new RecordKey(report.module(), judged.record().id());
        Stored before = stored.get(key);
        long version = before == null ? 1 : before.version() + 1;
        stored.put(key, new Stored(judged.record(), version, report.by().id()));
        locks.judge(key, judged.verdict(), configuration(report.rules()), report.at());
    }

    private ReportedRecord reported(ModuleId module, CrmRecord record) {
        RecordKey key = new RecordKey(module, record.id());
        return new ReportedRecord(record, locks.latest(key), lockOf(key).orElse(null));
    }

    private boolean areInForce(ModuleId module, @Nullable RulesVersion rules) {
        return configurations
                .find(module)
                .map(LockingConfiguration::rulesVersion)
                .equals(Optional.ofNullable(rules));
    }

    @Override
    public synchronized void forget(RecordKey key) {
        stored.remove(key);
    }

    @Override
    public synchronized Optional<Revision> remove(RecordKey key, User by, Instant at) {
        stored.remove(key);
        return locks.end(key, by, at);
    }

    @Override
    public synchronized long count(Job job) {
        return job.done() + remaining(job).count();
    }

    @Override
    public synchronized List<ExistingRecord> next(Job job, int limit) {
        return remaining(job).limit(limit).toList();
    }

    private Stream<ExistingRecord> remaining(Job job) {
        Stream<ExistingRecord> all = switch (job.kind()) {
            case LOCK_EXISTING_RECORDS -> reported(job.module());
            case REVIEW_LOCKS -> reported(job.module()).filter(record -> isHeldByRule(record.lock()));
            case END_LOCKS -> locks.leftBehind(job.module()).stream().map(this::existing);
        };
        return all.filter(record -> record.record().id().value() > job.reached())
                .sorted(Comparator.comparingLong(record -> record.record().id().value()));
    }

    private Stream<ExistingRecord> reported(ModuleId module) {
        return stored.entrySet().stream()
                .filter(entry -> entry.getKey().module().equals(module))
                .map(entry -> new ExistingRecord(
                        entry.getValue().record(),
                        entry.getValue().version(),
                        entry.getValue().reportedBy(),
                        lockOf(entry.getKey()).map(RecordLock::origin).orElse(null)));
    }

    private ExistingRecord existing(RecordLock lock) {
        CrmRecord unknown = new CrmRecord(lock.key().record(), null, null, Map.of());
        return new ExistingRecord(unknown, 0, null, lock.origin());
    }

    private Optional<RecordLock> lockOf(RecordKey key) {
        return locks.find(key).map(LockedRecord::lock);
    }

    @Override
    public StepOutcome take(JobStep step) {
        synchronized (configurations) {
            return takeEffect(step);
        }
    }

    private synchronized StepOutcome takeEffect(JobStep step) {
        Job job = step.job();
        if (!areInForce(job.module(), step.rules())) {
            return new StepOutcome.RulesChanged();
        }
        if (jobs.advance(job, job.reached(), 0, 0, 0).isEmpty()) {
            return new StepOutcome.Overtaken();
        }
        long locked = 0;
        long released = 0;
        if (job.kind() == JobKind.END_LOCKS) {
            released = locks.endUnder(job.module(), step.verdicts().size(), null, step.at());
        } else {
            for (JobStep.Verdict verdict : step.verdicts()) {
                int held = judge(step, verdict);
                locked += Math.max(0, held);
                released += Math.max(0, -held);
            }
        }
        return new StepOutcome.Taken(jobs.advance(job, step.reached().value(), step.looked(), locked, released)
                .orElseThrow());
    }

    /** Answers 1 when a rule holds the record that did not, -1 the other way round. */
    private int judge(JobStep step, JobStep.Verdict verdict) {
        RecordKey key = new RecordKey(step.job().module(), verdict.record());
        Stored record = stored.get(key);
        if (record == null || record.version() != verdict.version()) {
            return 0;
        }
        int before = heldByRule(lockOf(key));
        Optional<RecordLock> after = locks.judge(key, verdict.verdict(), configuration(step.rules()), step.at());
        return heldByRule(after) - before;
    }

    private static boolean isHeldByRule(@Nullable LockOrigin origin) {
        return origin != null && origin.heldByRule().isPresent();
    }

    private static Optional<ConfigurationId> configuration(@Nullable RulesVersion rules) {
        return Optional.ofNullable(rules).map(RulesVersion::configuration);
    }

    private static int heldByRule(Optional<RecordLock> lock) {
        return lock.flatMap(found -> found.origin().heldByRule()).isPresent() ? 1 : 0;
    }
}
