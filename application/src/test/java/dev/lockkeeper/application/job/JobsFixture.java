package dev.lockkeeper.application.job;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;

import dev.lockkeeper.application.record.RuleJudge;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.JudgedRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** A module of a store in memory, and workers for its jobs, whose clock stands still. */
final class JobsFixture {

    static final Instant NOW = NOON.plusSeconds(3600);
    static final BooleanSupplier NEVER = () -> false;

    final InMemoryRulesStore store = new InMemoryRulesStore();
    final RulesSteps steps = new RulesSteps(store);
    final InterruptedExistingRecords records = new InterruptedExistingRecords(store.existingRecords());

    private final WorkOffJobs worker = worker(records, true);

    /** Works off the module's jobs until there are none left. */
    void workOff() {
        workOff(NEVER);
    }

    void workOff(BooleanSupplier stop) {
        worker.execute(steps.module.id(), stop);
    }

    /** What another process would do at the same time: all that is left. */
    void workOffElsewhere() {
        worker(store.existingRecords(), true).execute(steps.module.id(), NEVER);
    }

    WorkOffJobs worker(ExistingRecords existingRecords, boolean releases) {
        return new WorkOffJobs(
                store.jobs(),
                existingRecords,
                store.configurations(),
                new RuleJudge.Settings(ZoneOffset.UTC, releases),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Has records of these ids been reported, which no rule looked at yet. */
    void reported(String stage, long from, long to) {
        steps.reported(LongStream.rangeClosed(from, to)
                .mapToObj(id -> judged(record(id, "Record " + id, stage)))
                .toArray(JudgedRecord[]::new));
    }

    /** Gives the module other rules, and makes no job. */
    void change(LockType lockType, LockingRule... rules) {
        store.configurations()
                .change(
                        steps.configuration().rulesVersion(),
                        Policies.withRules(lockType, rules),
                        null,
                        steps.user,
                        NOON);
    }

    /** A job as it stands now. */
    Job now(Job job) {
        return steps.job(job.id());
    }

    /** How many of these records are locked. */
    long locked(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .filter(id -> steps.lock(id).isPresent())
                .count();
    }

    /** How many events these records have in their histories. */
    long events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .map(id -> steps.history(id).size())
                .sum();
    }
}
