package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.lock.MirroredRecord;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.IntentId;
import dev.lockkeeper.domain.mirror.LockStep;
import dev.lockkeeper.domain.mirror.LockSteps;
import dev.lockkeeper.domain.mirror.Observation;
import dev.lockkeeper.domain.mirror.ObserveOutcome;
import dev.lockkeeper.domain.mirror.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@link MirrorStatements#STANDING}: how a record stands, and its lock. */
record KnownRecord(Standing standing, @Nullable RecordLock lock) {

    static KnownRecord read(ResultSet row, ModuleId module) throws SQLException {
        RecordLock lock = MirroredRecord.lock(row);
        Long intent = row.getObject("latest_intent", Long.class);
        return new KnownRecord(
                new Standing(
                        new RecordKey(module, new RecordId(row.getLong("wanted_id"))),
                        lock == null ? null : lock.id(),
                        new Revision(row.getLong("last_revision")),
                        intent == null ? null : new IntentId(intent),
                        row.getBoolean("open")),
                lock);
    }

    /** What an observation comes to that changes nothing; empty when it would change something. */
    Optional<ObserveOutcome> unchangedBy(Observation observation) {
        if (standing.open() || !standing.equals(observation.before())) {
            return Optional.of(new ObserveOutcome.Outdated());
        }
        return LockSteps.toAdopt(lock, observation.found()).isEmpty()
                ? Optional.of(new ObserveOutcome.Same())
                : Optional.empty();
    }

    /** Makes the lock what was found. */
    ObserveOutcome adopt(MirroredRecord record, Observation observation) throws SQLException {
        List<LockStep> steps = LockSteps.toAdopt(lock, observation.found());
        record.take(steps, lock, observation.at());
        return new ObserveOutcome.Adopted(LockSteps.differenceOf(steps), record.commit());
    }
}
