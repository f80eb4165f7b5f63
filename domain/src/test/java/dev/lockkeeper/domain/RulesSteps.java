package dev.lockkeeper.domain;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.ChangeOutcome;
import dev.lockkeeper.domain.configuration.CreateOutcome;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.JudgedRecord;
import dev.lockkeeper.domain.record.RecordReport;
import dev.lockkeeper.domain.record.ReportOutcome;
import dev.lockkeeper.domain.record.ReportedRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the contracts of the ports that rules need do again and again, in one module. */
public final class RulesSteps {

    public static final Instant NOON = Instant.parse("2027-03-04T12:00:00.123456Z");
    public static final LockReason REASON = new LockReason("deal in progress");

    public final RulesStore store;
    public final CrmModule module;
    public final User user;

    public RulesSteps(RulesStore store) {
        this.store = store;
        this.module = store.module();
        this.user = store.user(Permission.values());
    }

    /** A rule of the module that matches where {@code Stage} is {@code stage}. */
    public LockingRule rule(String stage, boolean lockExistingRecords) {
        return new LockingRule(
                store.configurations().newRuleId(),
                "at " + stage,
                lockExistingRecords,
                Policies.read(module, "Stage", "equal", stage));
    }

    /** Gives the module a {@code both} configuration with these rules. */
    public LockingConfiguration configured(LockingRule... rules) {
        CreateOutcome created =
                store.configurations().create(module.id(), Policies.withRules(LockType.BOTH, rules), null, user, NOON);
        assert created instanceof CreateOutcome.Created;
        return configuration();
    }

    public LockingConfiguration configuration() {
        return store.configurations().find(module.id()).orElseThrow();
    }

    /** Makes a job of the module, by a change of its configuration that changes nothing. */
    public Job queued(JobKind kind) {
        LockingConfiguration now = configuration();
        ChangeOutcome.Changed changed = (ChangeOutcome.Changed)
                store.configurations().change(now.rulesVersion(), now.policy(), kind, user, NOON);
        return job(changed.job());
    }

    /** The job of an outcome that has one. */
    public Job job(@Nullable JobId id) {
        return store.jobs().find(Objects.requireNonNull(id, "no job")).orElseThrow();
    }

    /** Has a job begin. */
    public Job begun(Job job) {
        store.jobs().begin(job.id(), store.existingRecords().count(job), NOON);
        return job(job.id());
    }

    public static CrmRecord record(long id, String name, String stage) {
        return new CrmRecord(new RecordId(id), name, null, Map.of("Stage", stage));
    }

    public RecordKey key(long record) {
        return new RecordKey(module.id(), new RecordId(record));
    }

    public static JudgedRecord judged(CrmRecord record, RuleId... matching) {
        return new JudgedRecord(record, new RuleVerdict(Arrays.asList(matching), true));
    }

    /** Reports records that were judged by the rules in force. */
    public List<ReportedRecord> reported(JudgedRecord... records) {
        return ((ReportOutcome.Reported) report(records)).records();
    }

    public ReportOutcome report(JudgedRecord... records) {
        RulesVersion rules = store.configurations()
                .find(module.id())
                .map(LockingConfiguration::rulesVersion)
                .orElse(null);
        return store.records().report(new RecordReport(module.id(), rules, List.of(records), user, NOON));
    }

    /** The lock of a record that has one after its report. */
    public static RecordLock lockOf(ReportedRecord reported) {
        return Objects.requireNonNull(reported.lock(), "no lock");
    }

    public RecordLock lockedByHand(long record) {
        return ((AcquireOutcome.Acquired) tryToLockByHand(record)).lock();
    }

    public AcquireOutcome tryToLockByHand(long record) {
        RulesVersion configuration = configuration().rulesVersion();
        LockOrigin origin = new LockOrigin.Manual(user.ref(), REASON);
        return store.locks().acquire(new NewLock(key(record), origin, configuration, NOON));
    }

    public Optional<RecordLock> lock(long record) {
        return store.locks().find(key(record)).map(LockedRecord::lock);
    }

    public Optional<LockOrigin> origin(long record) {
        return lock(record).map(RecordLock::origin);
    }

    public List<LockEvent> history(long record) {
        return store.locks().history(key(record), Revision.NONE, 100);
    }
}
