package dev.lockkeeper.adapter.persistence.record;

import dev.lockkeeper.adapter.persistence.configuration.RulesInForce;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.lock.EndedLocks;
import dev.lockkeeper.adapter.persistence.lock.JudgedLocks;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RuleVerdict;
import dev.lockkeeper.domain.record.CrmRecord;
import dev.lockkeeper.domain.record.ExistingRecord;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.JobStep;
import dev.lockkeeper.domain.record.StepOutcome;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link ExistingRecords} on PostgreSQL. */
@Singleton
final class JdbcExistingRecords implements ExistingRecords {

    /** Moves a job on from where it stood; whoever finds it elsewhere was overtaken. */
    private static final String ADVANCE = """
            update job set reached = ?, done = done + ?, locked = locked + ?, released = released + ?
            where id = ? and reached = ? and state = 'running'
            """;

    /** Of the records judged, those that nobody has reported since; nobody can until this is over. */
    private static final String UNCHANGED = """
            select r.record_id
            from unnest(?, ?) as judged (record_id, version)
                join crm_record r on r.module_id = ? and r.record_id = judged.record_id and r.version = judged.version
            order by r.record_id
            for update of r
            """;

    private final Database database;

    JdbcExistingRecords(Database database) {
        this.database = database;
    }

    @Override
    public long count(Job job) {
        return database.queryOne(
                        ExistingRecordsQuery.of(job.kind()).count(),
                        parameters -> parameters.bigint(job.module().value()).bigint(job.reached()),
                        row -> job.done() + row.getLong("count"))
                .orElseThrow();
    }

    @Override
    public List<ExistingRecord> next(Job job, int limit) {
        return database.query(
                ExistingRecordsQuery.of(job.kind()).next(limit),
                parameters -> parameters.bigint(job.module().value()).bigint(job.reached()),
                JdbcExistingRecords::existing);
    }

    private static ExistingRecord existing(ResultSet row) throws SQLException {
        String stored = row.getString("fields");
        Map<String, @Nullable Object> fields = stored == null ? new HashMap<>() : Json.readObject(stored);
        return new ExistingRecord(
                new CrmRecord(
                        new RecordId(row.getLong("record_id")),
                        row.getString("name"),
                        row.getObject("owner_id", Long.class),
                        fields),
                row.getLong("version"),
                row.getObject("reported_by") == null ? null : new UserId(row.getLong("reported_by")),
                origin(row));
    }

    private static @Nullable LockOrigin origin(ResultSet row) throws SQLException {
        return row.getObject("lock_id") == null ? null : JudgedLocks.origin(row);
    }

    @Override
    public StepOutcome take(JobStep step) {
        // Nobody is answered by a step; whoever ends the job waits for all of them.
        return database.inTransaction(transaction -> {
            if (!RulesInForce.are(transaction, step.job().module(), step.rules())) {
                return new StepOutcome.RulesChanged();
            }
            Effect effect = step.job().kind() == JobKind.END_LOCKS ? end(transaction, step) : judge(transaction, step);
            int moved = transaction.update(
                    ADVANCE,
                    parameters -> parameters
                            .bigint(step.reached().value())
                            .bigint(step.looked())
                            .bigint(effect.locked())
                            .bigint(effect.released())
                            .bigint(step.job().id().value())
                            .bigint(step.job().reached()));
            if (moved == 0) {
                transaction.rollback();
                return new StepOutcome.Overtaken();
            }
            return new StepOutcome.Taken(after(step, effect));
        });
    }

    /** What a step did. */
    private record Effect(long locked, long released) {}

    private static Effect end(Transaction transaction, JobStep step) throws SQLException {
        int ended = EndedLocks.under(
                transaction, step.job().module(), step.verdicts().size(), null, step.at());
        return new Effect(0, ended);
    }

    private static Effect judge(Transaction transaction, JobStep step) throws SQLException {
        if (step.verdicts().isEmpty()) {
            return new Effect(0, 0);
        }
        Map<RecordId, RuleVerdict> verdicts = stillValid(transaction, step);
        Map<RecordId, JudgedLocks.Standing> before =
                new HashMap<>(JudgedLocks.find(transaction, step.job().module(), verdicts.keySet()));
        Map<RecordId, JudgedLocks.Standing> after = JudgedLocks.apply(
                transaction, step.job().module(), RulesInForce.configuration(step.rules()), verdicts, step.at());
        long locked = verdicts.keySet().stream()
                .filter(id -> !isHeld(before, id) && isHeld(after, id))
                .count();
        long released = verdicts.keySet().stream()
                .filter(id -> isHeld(before, id) && !isHeld(after, id))
                .count();
        return new Effect(locked, released);
    }

    private static boolean isHeld(Map<RecordId, JudgedLocks.Standing> standing, RecordId record) {
        return JudgedLocks.of(standing, record).isHeldByRule();
    }

    private static Map<RecordId, RuleVerdict> stillValid(Transaction transaction, JobStep step) throws SQLException {
        Map<RecordId, RuleVerdict> verdicts = new HashMap<>();
        step.verdicts().forEach(verdict -> verdicts.put(verdict.record(), verdict.verdict()));
        Map<RecordId, RuleVerdict> valid = new LinkedHashMap<>();
        transaction.query(
                UNCHANGED,
                parameters -> parameters
                        .bigints(step.verdicts().stream()
                                .map(verdict -> verdict.record().value())
                                .toList())
                        .bigints(step.verdicts().stream()
                                .map(JobStep.Verdict::version)
                                .toList())
                        .bigint(step.job().module().value()),
                row -> {
                    RecordId id = new RecordId(row.getLong("record_id"));
                    return valid.put(id, verdicts.get(id));
                });
        return valid;
    }

    private static Job after(JobStep step, Effect effect) {
        Job job = step.job();
        return new Job(
                job.id(),
                job.kind(),
                job.module(),
                job.state(),
                job.total(),
                job.done() + step.looked(),
                job.locked() + effect.locked(),
                job.released() + effect.released(),
                job.failed(),
                step.reached().value(),
                job.startedAt(),
                job.finishedAt());
    }
}
