package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.Observation;
import dev.lockkeeper.domain.mirror.ObserveOutcome;
import dev.lockkeeper.domain.mirror.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares one record's lock with the CRM's, and makes ours what the CRM says. */
public final class RecordCheck {

    private final MirroredLocks locks;
    private final Consumer<FoundDifference> differences;
    private final Clock clock;

    /** @param differences is told of every difference that was found */
    public RecordCheck(MirroredLocks locks, Consumer<FoundDifference> differences, Clock clock) {
        this.locks = locks;
        this.differences = differences;
        this.clock = clock;
    }

    /**
     * A difference between the CRM and what was kept of it, which is there no longer.
     *
     * @param difference how they differed
     */
    public record FoundDifference(RecordKey key, ObserveOutcome.Difference difference) {}

    /** What a comparison came to. */
    enum Result {
        /** Both sides agree by now. */
        AGREED,
        /** A change is on its way, whose outcome will tell. */
        CHANGING,
        /** The CRM refuses to say. */
        NOT_TOLD,
        /** The CRM does not answer just now. */
        AWAY
    }

    Result check(Crm crm, CrmModule module, RecordId record) {
        Standing before = Objects.requireNonNull(
                locks.standing(module.id(), List.of(record)).get(record), "every record is answered");
        if (before.open()) {
            return Result.CHANGING;
        }
        return switch (Inquiry.find(crm, new RecordAddress(module.apiName(), record))) {
            case Inquiry.NotTold() -> Result.NOT_TOLD;
            case Inquiry.Away() -> Result.AWAY;
            case Inquiry.Lock(@Nullable CrmLock found) -> observe(new Observation(before, found, clock.instant()));
        };
    }

    private Result observe(Observation observation) {
        return switch (locks.observe(observation)) {
            case ObserveOutcome.Same() -> Result.AGREED;
            case ObserveOutcome.Adopted adopted -> {
                differences.accept(new FoundDifference(observation.before().key(), adopted.difference()));
                yield Result.AGREED;
            }
            case ObserveOutcome.Outdated() -> Result.CHANGING;
        };
    }
}
