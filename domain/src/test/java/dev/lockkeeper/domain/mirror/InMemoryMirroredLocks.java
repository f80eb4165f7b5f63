package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.InMemoryIdentityStore;
import dev.lockkeeper.domain.identity.InMemoryUsers;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.InMemoryIntents.Kept;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link MirroredLocks} in memory, on the locks of {@link InMemoryLocks}, whose monitor keeps both together. */
public final class InMemoryMirroredLocks implements MirroredLocks {

    private static final String PROFILE = "Zoho CRM";

    private final InMemoryLocks locks;
    private final InMemoryUsers users;
    private final InstantSource clock;
    private final InMemoryIntents intents = new InMemoryIntents();

    /** @param clock by which leases pass */
    public InMemoryMirroredLocks(InMemoryLocks locks, InstantSource clock) {
        this(locks, new InMemoryIdentityStore().users(), clock);
    }

    /**
     * @param users who gets the owners of locks that were found
     * @param clock by which leases pass
     */
    public InMemoryMirroredLocks(InMemoryLocks locks, InMemoryUsers users, InstantSource clock) {
        this.locks = locks;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public ClaimOutcome claim(NewIntent wanted) {
        synchronized (locks) {
            Optional<LockIntent> open = findOpen(wanted.key());
            if (open.isPresent()) {
                LockIntent intent = open.get();
                boolean same = intent.by().id().equals(wanted.by().id())
                        && intent.change().equals(wanted.change());
                return same
                        ? new ClaimOutcome.Joined(intent.id())
                        : new ClaimOutcome.Busy(intent.id(), intent.change());
            }
            RecordLock lock = lock(wanted.key());
            return refusal(wanted, lock)
                    .orElseGet(() -> new ClaimOutcome.Claimed(intents.add(
                            wanted,
                            lock == null ? null : lock.lockedAt(),
                            clock.instant().plus(wanted.lease()))));
        }
    }

    private static Optional<ClaimOutcome> refusal(NewIntent wanted, @Nullable RecordLock lock) {
        LockId changed = LockSteps.lockOf(wanted.change());
        if (changed == null) {
            return lock == null ? Optional.empty() : Optional.of(new ClaimOutcome.AlreadyHeld());
        }
        if (lock == null || !lock.id().equals(changed)) {
            return Optional.of(new ClaimOutcome.NoSuchLock());
        }
        User by = wanted.by();
        if (!by.may(Permission.LOCK) && !lock.isOwnedBy(by.id())) {
            return Optional.of(new ClaimOutcome.NotOwner());
        }
        return lock.origin().manual().isPresent() ? Optional.empty() : Optional.of(new ClaimOutcome.HeldByRule());
    }

    @Override
    public SettleOutcome settle(LockIntent intent, Settlement settlement, Instant at) {
        synchronized (locks) {
            Optional<Kept> held = intents.held(intent);
            if (held.isEmpty()) {
                return new SettleOutcome.NoLongerHeld();
            }
            Kept kept = held.get();
            LockIntent stored = kept.intent();
            take(stored.key(), LockSteps.toSettle(stored, settlement, lock(stored.key())), at);
            IntentResult result = switch (settlement) {
                case Settlement.Taken taken -> made(stored, taken.lock(), taken.lockedAt());
                case Settlement.Changed() ->
                    made(
                            stored,
                            Objects.requireNonNull(LockSteps.lockOf(stored.change())),
                            Objects.requireNonNull(kept.lockedAt()));
                case Settlement.Refused refused -> new IntentResult.Refused(refused.refusal());
                case Settlement.RefusedAndFound refused -> new IntentResult.Refused(refused.refusal());
                case Settlement.NotMade(), Settlement.NotMadeAndFound _ -> new IntentResult.NotMade();
            };
            intents.settled(kept, clock.instant(), result);
            locks.notifyAll();
            return new SettleOutcome.Settled(result);
        }
    }

    private IntentResult.Made made(LockIntent intent, LockId lock, Instant lockedAt) {
        return new IntentResult.Made(lock, locks.latest(intent.key()), lockedAt);
    }

    private void take(RecordKey key, List<LockStep> steps, Instant at) {
        for (LockStep step : steps) {
            locks.step(key, ofKnownUsers(step), at.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** The owner of a lock that is new here becomes a user here. */
    private LockStep ofKnownUsers(LockStep step) {
        UserRef owner = step.by();
        if (owner == null || step.cause() != LockEvent.Cause.CRM) {
            return step;
        }
        UserRef user = users.ofCrm(owner, PROFILE);
        return switch (step) {
            case LockStep.Taken taken ->
                new LockStep.Taken(
                        taken.id(),
                        heldBy(user, taken.origin()),
                        taken.configuration(),
                        taken.lockedAt(),
                        user,
                        taken.cause());
            case LockStep.Became became ->
                new LockStep.Became(heldBy(user, became.origin()), became.kind(), user, became.cause());
            case LockStep.Ended ended -> ended;
        };
    }

    private static LockOrigin heldBy(UserRef user, LockOrigin origin) {
        return switch (origin) {
            case Manual(ManualHold hold) -> new Manual(user, hold.reason());
            case Both(ManualHold hold, RuleId rule) -> new Both(new ManualHold(user, hold.reason()), rule);
            case LockOrigin.Automatic automatic -> automatic;
        };
    }

    @Override
    public void postpone(LockIntent intent, Duration wait) {
        synchronized (locks) {
            intents.held(intent)
                    .ifPresent(kept -> intents.postponed(kept, clock.instant().plus(wait)));
        }
    }

    @Override
    public List<LockIntent> takeOver(int limit, Duration lease) {
        synchronized (locks) {
            Instant now = clock.instant();
            return intents.takeOver(limit, now, now.plus(lease));
        }
    }

    @Override
    public Optional<LockIntent> findOpen(RecordKey key) {
        synchronized (locks) {
            return intents.of(key)
                    .filter(Predicate.not(Kept::isSettled))
                    .map(Kept::intent)
                    .findFirst();
        }
    }

    @Override
    public Optional<IntentResult> await(IntentId intent, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (locks) {
            while (intents.isOpen(intent)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return Optional.empty();
                }
                try {
                    locks.wait(left);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }
            return intents.result(intent);
        }
    }

    @Override
    public int forgetSettled(Duration age) {
        synchronized (locks) {
            return intents.forgetSettledBefore(clock.instant().minus(age));
        }
    }

    @Override
    public Map<RecordId, Standing> standing(ModuleId module, Collection<RecordId> records) {
        synchronized (locks) {
            Map<RecordId, Standing> standing = new HashMap<>();
            records.forEach(record -> standing.put(record, standing(new RecordKey(module, record))));
            return standing;
        }
    }

    private Standing standing(RecordKey key) {
        RecordLock lock = lock(key);
        Optional<Kept> latest = intents.of(key).reduce((_, later) -> later);
        return new Standing(
                key,
                lock == null ? null : lock.id(),
                locks.latest(key),
                latest.map(kept -> kept.intent().id()).orElse(null),
                latest.filter(Predicate.not(Kept::isSettled)).isPresent());
    }

    private @Nullable RecordLock lock(RecordKey key) {
        return locks.find(key).map(LockedRecord::lock).orElse(null);
    }

    @Override
    public List<RecordId> lockedRecords(ModuleId module, @Nullable RecordId after, int limit) {
        return locks.lockedRecords(module).stream()
                .filter(record -> after == null || record.value() > after.value())
                .limit(limit)
                .toList();
    }

    @Override
    public ObserveOutcome observe(Observation observation) {
        synchronized (locks) {
            RecordKey key = observation.before().key();
            Standing now = standing(key);
            if (now.open() || !now.equals(observation.before())) {
                return new ObserveOutcome.Outdated();
            }
            List<LockStep> steps = LockSteps.toAdopt(lock(key), observation.found());
            if (steps.isEmpty()) {
                return new ObserveOutcome.Same();
            }
            take(key, steps, observation.at());
            return new ObserveOutcome.Adopted(LockSteps.differenceOf(steps), locks.latest(key));
        }
    }
}
