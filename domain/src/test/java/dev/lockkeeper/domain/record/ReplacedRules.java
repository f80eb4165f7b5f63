package dev.lockkeeper.domain.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.ChangeOutcome;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockStory;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.RuleVerdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A configuration with one rule, replaced again and again by one thread, while others report by the rule that they have
 * just read. Nobody locks by hand, so that every lock and every event is a rule's.
 */
final class ReplacedRules {

    /** So many records are reported by all, in the order of their ids. */
    static final long RECORDS = 4;

    /** Reported by the thread that changes the rules alone. */
    private static final long WITNESS = RECORDS + 1;

    private static final int REPETITIONS = 8;

    private final RulesSteps steps;
    private final Records records;
    private final Map<RuleId, Revision> replacedBefore = new ConcurrentHashMap<>();
    private volatile long answered;

    ReplacedRules(RulesSteps steps, Records records) {
        this.steps = steps;
        this.records = records;
        steps.configured(rule(new Random(0)));
    }

    private LockingRule rule(Random random) {
        return steps.rule(stage(random), true);
    }

    private static String stage(Random random) {
        return random.nextBoolean() ? "Won" : "Lost";
    }

    /** Reports twice by what was read once, the second time perhaps too late. */
    void report(Random random) {
        LockingConfiguration read = steps.configuration();
        for (int i = 0; i < 2; i++) {
            long answeredBefore = answered;
            ReportOutcome outcome = records.report(new RecordReport(
                    steps.module.id(), read.rulesVersion(), longReport(read, random), steps.user, NOON));
            if (read.version() < answeredBefore) {
                assertThat(outcome).isEqualTo(new ReportOutcome.RulesChanged());
            }
        }
    }

    /** One record many times, with verdicts that change nothing but the last: a report that takes its time. */
    private static List<JudgedRecord> longReport(LockingConfiguration read, Random random) {
        CrmRecord record = record(random.nextLong(1, RECORDS + 1), "reported", stage(random));
        JudgedRecord withoutEffect = new JudgedRecord(record, new RuleVerdict(List.of(), false));
        JudgedRecord last = new JudgedRecord(record, verdict(read, record));
        return Stream.concat(Stream.generate(() -> withoutEffect).limit(REPETITIONS), Stream.of(last))
                .toList();
    }

    private static RuleVerdict verdict(LockingConfiguration configuration, CrmRecord record) {
        List<RuleId> matching = configuration.policy().rules().stream()
                .filter(rule -> rule.name().equals("at " + record.fields().get("Stage")))
                .map(LockingRule::id)
                .toList();
        return new RuleVerdict(matching, true);
    }

    /** Puts another rule in force, finds out since when it is, and does the job that this makes. */
    void replace(Random random) {
        LockingConfiguration before = steps.configuration();
        LockingRule rule = rule(random);
        JobKind kind = random.nextBoolean() ? JobKind.REVIEW_LOCKS : JobKind.LOCK_EXISTING_RECORDS;
        ChangeOutcome outcome = steps.store
                .configurations()
                .change(before.rulesVersion(), Policies.withRules(LockType.BOTH, rule), kind, steps.user, NOON);
        answered = before.version() + 1;
        Revision witnessed = steps.reported(judged(record(WITNESS, "witness", "Open"), rule.id()))
                .getFirst()
                .revision();
        before.policy().rules().forEach(gone -> replacedBefore.put(gone.id(), witnessed));
        Job job = steps.job(((ChangeOutcome.Changed) outcome).job());
        work(steps.begun(job));
        assertThatNoRuleHoldsButThoseInForce();
    }

    private void work(Job begun) {
        LockingConfiguration now = steps.configuration();
        Job job = begun;
        List<ExistingRecord> found = steps.store.existingRecords().next(job, 10);
        while (!found.isEmpty()) {
            List<JobStep.Verdict> verdicts = found.stream()
                    .map(next -> new JobStep.Verdict(next.record().id(), next.version(), verdict(now, next.record())))
                    .toList();
            StepOutcome outcome = steps.store
                    .existingRecords()
                    .take(new JobStep(
                            job,
                            now.rulesVersion(),
                            verdicts,
                            found.size(),
                            found.getLast().record().id(),
                            NOON));
            job = ((StepOutcome.Taken) outcome).job();
            found = steps.store.existingRecords().next(job, 10);
        }
    }

    /** When the job of the last change is done. */
    void assertThatNoRuleHoldsButThoseInForce() {
        List<RuleId> inForce = steps.configuration().policy().rules().stream()
                .map(LockingRule::id)
                .toList();
        List<RuleId> holding =
                steps.store.locks().search(new LockSearch(steps.module.id(), null, null, null, null, 100)).stream()
                        .map(LockedRecord::lock)
                        .flatMap(lock -> lock.origin().heldByRule().stream())
                        .toList();
        assertThat(inForce).containsAll(holding);
    }

    /** Revisions follow the order of commits, so what a replaced rule took is older than its end was seen. */
    void assertThatNoRuleTookARecordAfterItsEnd() {
        for (long record = 1; record <= WITNESS; record++) {
            assertThat(LockStory.of(steps.store.locks(), steps.key(record)))
                    .filteredOn(event -> event.kind() != LockEvent.Kind.UNLOCKED)
                    .allMatch(event -> isOlderThanTheEndOf(Objects.requireNonNull(event.rule()), event.revision()));
        }
    }

    private boolean isOlderThanTheEndOf(RuleId rule, Revision revision) {
        Revision end = replacedBefore.get(rule);
        return end == null || revision.compareTo(end) < 0;
    }
}
