package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent.Cause;
import dev.lockkeeper.domain.lock.LockEvent.Kind;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.ObserveOutcome.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which steps a record's lock takes after the CRM has decided: what every store of {@link MirroredLocks} does alike. */
public final class LockSteps {

    private LockSteps() {}

    /**
     * The steps of a settlement.
     *
     * @param known the record's lock as it stands here; null when it has none
     */
    public static List<LockStep> toSettle(LockIntent intent, Settlement settlement, @Nullable RecordLock known) {
        return switch (settlement) {
            case Settlement.Taken taken -> toTake(intent, taken, known);
            case Settlement.Changed() -> toChange(intent, known);
            case Settlement.Refused _, Settlement.NotMade() -> List.of();
            case Settlement.RefusedAndFound refused -> toAdopt(known, refused.found());
            case Settlement.NotMadeAndFound notMade -> toAdopt(known, notMade.found());
        };
    }

    /**
     * The steps that make a record's lock what the CRM was found to have; none when it is that already.
     *
     * @param known the record's lock as it stands here; null when it has none
     * @param found null when the record has no lock there
     */
    public static List<LockStep> toAdopt(@Nullable RecordLock known, @Nullable CrmLock found) {
        if (found == null) {
            return known == null ? List.of() : List.of(new LockStep.Ended(null, Cause.CRM));
        }
        if (known != null && known.id().equals(found.id())) {
            return toBecome(known.origin(), found.origin());
        }
        LockStep taken = new LockStep.Taken(
                found.id(), found.origin(), found.configuration(), found.lockedAt(), owner(found.origin()), Cause.CRM);
        return inPlaceOf(known, taken);
    }

    /** How the two sides differed that these steps bring together; there is one at least. */
    public static Difference differenceOf(List<LockStep> steps) {
        return switch (steps.getFirst()) {
            case LockStep.Taken _ -> Difference.LOCKED;
            case LockStep.Became _ -> Difference.CHANGED;
            case LockStep.Ended _ -> steps.size() == 1 ? Difference.UNLOCKED : Difference.REPLACED;
        };
    }

    /** The lock that is to be changed; null for one that is to be taken. */
    public static @Nullable LockId lockOf(IntendedChange change) {
        return switch (change) {
            case IntendedChange.Take _ -> null;
            case IntendedChange.Release(LockId lock) -> lock;
            case IntendedChange.ChangeReason(LockId lock, LockReason _) -> lock;
        };
    }

    private static List<LockStep> toTake(LockIntent intent, Settlement.Taken taken, @Nullable RecordLock known) {
        if (!(intent.change() instanceof IntendedChange.Take wanted)) {
            throw new IllegalArgumentException("Only who wanted to take a lock can have taken one");
        }
        if (known != null && known.id().equals(taken.lock())) {
            return List.of();
        }
        LockStep step = new LockStep.Taken(
                taken.lock(),
                new Manual(intent.by(), wanted.reason()),
                wanted.configuration(),
                taken.lockedAt(),
                intent.by(),
                Cause.REQUEST);
        return inPlaceOf(known, step);
    }

    private static List<LockStep> inPlaceOf(@Nullable RecordLock known, LockStep taken) {
        return known == null ? List.of(taken) : List.of(new LockStep.Ended(null, Cause.CRM), taken);
    }

    private static List<LockStep> toChange(LockIntent intent, @Nullable RecordLock known) {
        LockId changed = lockOf(intent.change());
        if (changed == null) {
            throw new IllegalArgumentException("Who wanted to take a lock cannot have changed one");
        }
        Optional<ManualHold> hold = Optional.ofNullable(known)
                .filter(lock -> lock.id().equals(changed))
                .flatMap(lock -> lock.origin().manual());
        if (known == null || hold.isEmpty()) {
            return List.of();
        }
        Optional<RuleId> rule = known.origin().heldByRule();
        if (intent.change() instanceof IntendedChange.ChangeReason(LockId _, LockReason reason)) {
            LockOrigin origin = origin(new ManualHold(hold.get().owner(), reason), rule);
            return List.of(new LockStep.Became(origin, Kind.REASON_CHANGED, intent.by(), Cause.REQUEST));
        }
        return List.of(rule.<LockStep>map(held ->
                        new LockStep.Became(new Automatic(held), Kind.SOURCE_CHANGED, intent.by(), Cause.REQUEST))
                .orElseGet(() -> new LockStep.Ended(intent.by(), Cause.REQUEST)));
    }

    /** The reason first, as long as a person holds the lock, and then who holds it. */
    private static List<LockStep> toBecome(LockOrigin known, LockOrigin found) {
        List<LockStep> steps = new ArrayList<>();
        Optional<ManualHold> hold = found.manual()
                .map(there -> known.manual()
                        .map(here -> new ManualHold(here.owner(), there.reason()))
                        .orElse(there));
        LockOrigin before = known;
        if (hold.isPresent() && known.manual().isPresent() && !hold.equals(known.manual())) {
            before = origin(hold.get(), known.heldByRule());
            steps.add(new LockStep.Became(before, Kind.REASON_CHANGED, null, Cause.CRM));
        }
        LockOrigin after = hold.isPresent() ? origin(hold.get(), found.heldByRule()) : found;
        if (!after.equals(before)) {
            UserRef by = known.manual().isPresent() ? null : owner(after);
            steps.add(new LockStep.Became(after, Kind.SOURCE_CHANGED, by, Cause.CRM));
        }
        return List.copyOf(steps);
    }

    private static LockOrigin origin(ManualHold hold, Optional<RuleId> rule) {
        return rule.<LockOrigin>map(held -> new Both(hold, held)).orElseGet(() -> new Manual(hold));
    }

    private static @Nullable UserRef owner(LockOrigin origin) {
        return origin.manual().map(ManualHold::owner).orElse(null);
    }
}
