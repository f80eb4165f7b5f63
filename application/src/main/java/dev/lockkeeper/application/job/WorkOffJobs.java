package dev.lockkeeper.application.job;

import dev.lockkeeper.application.record.RuleJudge;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.job.Jobs;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.ExistingRecord;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.JobStep;
import dev.lockkeeper.domain.record.StepOutcome;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Works off the jobs of a module, step by step. Each step is atomic and moves the job on, so that whoever goes on after
 * a crash neither repeats nor omits anything; and two who work on the same job do not get in each other's way but in
 * vain.
 */
public final class WorkOffJobs {

    /** How many records are read at a time: few enough to be held in memory easily, enough to make reading cheap. */
    static final int RECORDS_AT_A_TIME = 500;

    /** After so many unexpected faults here a job is given up. */
    static final int MAX_FAULTS = 5;

    private final Jobs jobs;
    private final ExistingRecords records;
    private final Configurations configurations;
    private final RuleJudge.Settings settings;
    private final Clock clock;
    private final Map<JobId, Integer> faults = new ConcurrentHashMap<>();

    public WorkOffJobs(
            Jobs jobs,
            ExistingRecords records,
            Configurations configurations,
            RuleJudge.Settings settings,
            Clock clock) {
        this.jobs = jobs;
        this.records = records;
        this.configurations = configurations;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Works until the module has no job that is not over.
     *
     * @param stop asked between steps; once it is true, the work is left to whoever comes next
     * @throws StoreUnavailable when the store is away; the job waits
     */
    public void execute(ModuleId module, BooleanSupplier stop) {
        Optional<Job> next = jobs.next(module);
        while (next.isPresent() && !stop.getAsBoolean()) {
            workOff(next.get(), stop);
            next = jobs.next(module);
        }
    }

    private void workOff(Job queued, BooleanSupplier stop) {
        try {
            if (queued.state() == JobState.QUEUED) {
                jobs.begin(queued.id(), total(queued), clock.instant());
            }
            Optional<Job> job = jobs.find(queued.id()).filter(found -> !found.isOver());
            while (job.isPresent() && !stop.getAsBoolean()) {
                job = goOn(job.get(), stop);
            }
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            // A fault of ours would come again and again, and keep the module's later jobs waiting for ever.
            if (faults.merge(queued.id(), 1, Integer::sum) >= MAX_FAULTS) {
                jobs.end(queued.id(), JobState.FAILED, clock.instant());
            }
            throw e;
        }
    }

    private long total(Job job) {
        try {
            return records.count(job);
        } catch (StoreUnavailable e) {
            // Too many to be counted in time; or the store is away, which whoever goes on will see.
            return 0;
        }
    }

    /** Looks at the next records, until told to stop; empty when that was all, or somebody else has the job. */
    private Optional<Job> goOn(Job job, BooleanSupplier stop) {
        List<ExistingRecord> found = records.next(job, RECORDS_AT_A_TIME);
        if (found.isEmpty()) {
            jobs.end(job.id(), JobState.DONE, clock.instant());
            return Optional.empty();
        }
        RuleJudge judge = new RuleJudge(configurations.find(job.module()).orElse(null), settings);
        Instant now = clock.instant();
        Job current = job;
        List<JobStep.Verdict> verdicts = new ArrayList<>();
        int looked = 0;
        for (int i = 0; i < found.size(); i++) {
            ExistingRecord record = found.get(i);
            looked++;
            verdict(job.kind(), record, judge, now)
                    .ifPresent(verdict ->
                            verdicts.add(new JobStep.Verdict(record.record().id(), record.version(), verdict)));
            if (verdicts.size() == JobStep.MAX_VERDICTS || i == found.size() - 1) {
                JobStep step = new JobStep(
                        current,
                        judge.rules(),
                        List.copyOf(verdicts),
                        looked,
                        record.record().id(),
                        now);
                switch (records.take(step)) {
                    case StepOutcome.Taken(Job after) -> current = after;
                    case StepOutcome.RulesChanged() -> {
                        return Optional.of(current);
                    }
                    case StepOutcome.Overtaken() -> {
                        return Optional.empty();
                    }
                }
                verdicts.clear();
                looked = 0;
                if (stop.getAsBoolean()) {
                    return Optional.of(current);
                }
            }
        }
        return Optional.of(current);
    }

    /** What is to become of a record; empty when nothing is. */
    private static Optional<RuleVerdict> verdict(JobKind kind, ExistingRecord record, RuleJudge judge, Instant now) {
        if (kind == JobKind.END_LOCKS) {
            return Optional.of(RuleVerdict.end());
        }
        List<LockingRule> matching = judge.matching(record.record(), record.reportedBy(), now);
        Optional<LockOrigin> lock = Optional.ofNullable(record.lock());
        boolean held = lock.flatMap(LockOrigin::heldByRule).isPresent();
        if (!held && matching.stream().noneMatch(LockingRule::lockExistingRecords)) {
            return Optional.empty();
        }
        RuleVerdict verdict = judge.verdict(matching);
        return verdict.applyTo(lock).equals(lock) ? Optional.empty() : Optional.of(verdict);
    }
}
