package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.AcquireOutcome.ConfigurationChanged;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.ChangeOutcome.HeldByRule;
import dev.lockkeeper.domain.lock.ChangeOutcome.NoSuchLock;
import dev.lockkeeper.domain.lock.ChangeOutcome.NotOwner;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.mirror.LockStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Locks} in memory: the measure of what every other implementation has to do. */
public final class InMemoryLocks implements Locks {

    private static final Comparator<LockSearch.Place> NEWEST_FIRST = Comparator.comparing(LockSearch.Place::lockedAt)
            .thenComparingLong(place -> place.lock().value())
            .reversed();

    private final InMemoryConfigurations configurations;
    private final AtomicLong ids = new AtomicLong(1_777_000_000_001_000_000L);
    private final Map<RecordKey, RecordLock> active = new HashMap<>();
    private final List<LockEvent> events = new ArrayList<>();
    private long forgotten;
    private Function<RecordKey, @Nullable String> names = key -> null;

    /** @param configurations those that exist; when one is deleted, its locks end */
    public InMemoryLocks(InMemoryConfigurations configurations) {
        this.configurations = configurations;
        configurations.onDelete(this::endUnder);
    }

    /** Says where the names of records are to be had. */
    public synchronized void nameRecordsBy(Function<RecordKey, @Nullable String> recordNames) {
        names = recordNames;
    }

    @Override
    public synchronized AcquireOutcome acquire(NewLock lock) {
        if (!configurations.contains(lock.under())) {
            return new ConfigurationChanged();
        }
        if (active.containsKey(lock.key())) {
            return new AlreadyHeld();
        }
        RecordLock acquired = new RecordLock(
                new LockId(ids.incrementAndGet()),
                lock.key(),
                lock.origin(),
                lock.under().configuration(),
                lock.at(),
                nextRevision());
        active.put(lock.key(), acquired);
        record(
                LockEvent.Kind.LOCKED,
                acquired,
                lock.at(),
                lock.origin().manual().map(ManualHold::owner).orElse(null),
                LockEvent.Cause.REQUEST);
        return new Acquired(acquired);
    }

    @Override
    public synchronized ChangeOutcome release(ManualChange change) {
        return changing(change, (lock, hold) -> {
            Revision revision = nextRevision();
            if (lock.origin() instanceof Both both) {
                keep(lock, new Automatic(both.rule()), revision, LockEvent.Kind.SOURCE_CHANGED, change);
            } else {
                active.remove(lock.key());
                record(
                        LockEvent.Kind.UNLOCKED,
                        withOrigin(lock, lock.origin(), revision),
                        change.at(),
                        change.by().ref(),
                        LockEvent.Cause.REQUEST);
            }
            return new Changed(revision);
        });
    }

    @Override
    public synchronized ChangeOutcome changeReason(ManualChange change, LockReason reason) {
        return changing(change, (lock, hold) -> {
            Revision revision = nextRevision();
            LockOrigin origin = lock.origin() instanceof Both both
                    ? new Both(new ManualHold(hold.owner(), reason), both.rule())
                    : new Manual(hold.owner(), reason);
            keep(lock, origin, revision, LockEvent.Kind.REASON_CHANGED, change);
            return new Changed(revision);
        });
    }

    @Override
    public synchronized Optional<LockedRecord> find(RecordKey key) {
        return Optional.ofNullable(active.get(key)).map(this::named);
    }

    private LockedRecord named(RecordLock lock) {
        return new LockedRecord(lock, names.apply(lock.key()));
    }

    @Override
    public synchronized List<LockedRecord> search(LockSearch search) {
        return active.values().stream()
                .filter(lock -> matches(search, lock))
                .sorted(Comparator.comparing(LockSearch.Place::of, NEWEST_FIRST))
                .limit(search.limit())
                .map(this::named)
                .toList();
    }

    @Override
    public synchronized List<LockEvent> history(RecordKey key, Revision after, int limit) {
        return events.stream()
                .filter(event -> event.key().equals(key) && event.revision().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private interface Change {
        ChangeOutcome apply(RecordLock lock, ManualHold hold);
    }

    private ChangeOutcome changing(ManualChange change, Change apply) {
        RecordLock lock = active.get(change.key());
        if (lock == null || !lock.id().equals(change.lock())) {
            return new NoSuchLock();
        }
        if (change.ownOnly() && !lock.isOwnedBy(change.by().id())) {
            return new NotOwner();
        }
        return lock.origin()
                .manual()
                .<ChangeOutcome>map(hold -> apply.apply(lock, hold))
                .orElseGet(HeldByRule::new);
    }

    private void keep(RecordLock lock, LockOrigin origin, Revision revision, LockEvent.Kind kind, ManualChange change) {
        RecordLock changed = withOrigin(lock, origin, revision);
        active.put(lock.key(), changed);
        record(kind, changed, change.at(), change.by().ref(), LockEvent.Cause.REQUEST);
    }

    /** Lets a verdict take effect on a record's lock; a rule takes the record under this configuration. */
    public synchronized Optional<RecordLock> judge(
            RecordKey key, RuleVerdict verdict, Optional<ConfigurationId> configuration, Instant at) {
        Optional<RecordLock> before = Optional.ofNullable(active.get(key));
        Optional<LockOrigin> after = verdict.applyTo(before.map(RecordLock::origin));
        if (after.equals(before.map(RecordLock::origin))) {
            return before;
        }
        if (after.isEmpty()) {
            end(before.orElseThrow(), null, at, LockEvent.Cause.RULES);
            return Optional.empty();
        }
        RecordLock lock = before.map(found -> withOrigin(found, after.get(), nextRevision()))
                .orElseGet(() -> new RecordLock(
                        new LockId(ids.incrementAndGet()),
                        key,
                        after.get(),
                        configuration.orElseThrow(),
                        at,
                        nextRevision()));
        active.put(key, lock);
        record(
                before.isPresent() ? LockEvent.Kind.SOURCE_CHANGED : LockEvent.Kind.LOCKED,
                lock,
                at,
                null,
                LockEvent.Cause.RULES);
        return Optional.of(lock);
    }

    /** Ends a record's lock whoever holds it. */
    public synchronized Optional<Revision> end(RecordKey key, User by, Instant at) {
        return Optional.ofNullable(active.get(key))
                .map(lock -> end(lock, by.ref(), at, LockEvent.Cause.RECORD_DELETED));
    }

    /** Ends some of the locks that were taken under configurations of a module that are there no longer. */
    public synchronized int endUnder(ModuleId module, int limit, @Nullable UserRef by, Instant at) {
        List<RecordLock> left = leftBehind(module).stream().limit(limit).toList();
        left.forEach(lock -> end(lock, by, at, LockEvent.Cause.CONFIGURATION_DELETED));
        return left.size();
    }

    /** The locks of a module whose configuration is there no longer, in the order of their records. */
    public synchronized List<RecordLock> leftBehind(ModuleId module) {
        return active.values().stream()
                .filter(lock -> lock.key().module().equals(module) && !configurations.contains(lock.configuration()))
                .sorted(Comparator.comparingLong(lock -> lock.key().record().value()))
                .toList();
    }

    /** The latest change of any lock that a record has or had; not earlier than that where it has been forgotten. */
    public synchronized Revision latest(RecordKey key) {
        return events.stream()
                .filter(event -> event.key().equals(key))
                .map(LockEvent::revision)
                .reduce(new Revision(forgotten), (first, second) -> second);
    }

    /** Whether nothing ever happened here. */
    public synchronized boolean isUntouched() {
        return events.isEmpty();
    }

    /** The records of a module that have a lock, by ascending id. */
    public synchronized List<RecordId> lockedRecords(ModuleId module) {
        return active.keySet().stream()
                .filter(key -> key.module().equals(module))
                .map(RecordKey::record)
                .sorted(Comparator.comparingLong(RecordId::value))
                .toList();
    }

    /** Lets a record's lock take a step that the CRM has decided on. */
    public synchronized void step(RecordKey key, LockStep step, Instant at) {
        switch (step) {
            case LockStep.Taken taken -> {
                RecordLock lock = new RecordLock(
                        taken.id(), key, taken.origin(), taken.configuration(), taken.lockedAt(), nextRevision());
                if (active.putIfAbsent(key, lock) != null) {
                    throw new IllegalStateException("A record has one lock");
                }
                record(LockEvent.Kind.LOCKED, lock, at, step.by(), step.cause());
            }
            case LockStep.Became became -> {
                RecordLock lock = withOrigin(held(key), became.origin(), nextRevision());
                active.put(key, lock);
                record(became.kind(), lock, at, step.by(), step.cause());
            }
            case LockStep.Ended ended -> end(held(key), ended.by(), at, ended.cause());
        }
    }

    private RecordLock held(RecordKey key) {
        return Objects.requireNonNull(active.get(key), "no lock to change");
    }

    private Revision end(RecordLock lock, @Nullable UserRef by, Instant at, LockEvent.Cause cause) {
        active.remove(lock.key());
        RecordLock last = withOrigin(lock, lock.origin(), nextRevision());
        record(LockEvent.Kind.UNLOCKED, last, at, by, cause);
        return last.revision();
    }

    private static RecordLock withOrigin(RecordLock lock, LockOrigin origin, Revision revision) {
        return new RecordLock(lock.id(), lock.key(), origin, lock.configuration(), lock.lockedAt(), revision);
    }

    private void record(LockEvent.Kind kind, RecordLock lock, Instant at, @Nullable UserRef by, LockEvent.Cause cause) {
        LockOrigin origin = lock.origin();
        events.add(new LockEvent(
                lock.revision(),
                kind,
                lock.key(),
                lock.id(),
                at,
                by,
                origin.manual().map(ManualHold::reason).orElse(null),
                origin.source(),
                origin.heldByRule().orElse(null),
                cause));
    }

    /** The latest revision that there is. */
    public synchronized Revision latest() {
        return new Revision(forgotten + events.size());
    }

    /** Forgets the changes up to this one. */
    synchronized void forget(Revision last) {
        int some = Math.toIntExact(last.value() - forgotten);
        events.subList(0, some).clear();
        forgotten += some;
    }

    private Revision nextRevision() {
        return latest().next();
    }

    private static boolean matches(LockSearch search, RecordLock lock) {
        return (search.module() == null || search.module().equals(lock.key().module()))
                && (search.source() == null || search.source() == lock.origin().source())
                && (search.lockedBy() == null || lock.isOwnedBy(search.lockedBy()))
                && (search.lockedBefore() == null || lock.lockedAt().isBefore(search.lockedBefore()))
                && (search.after() == null || NEWEST_FIRST.compare(LockSearch.Place.of(lock), search.after()) > 0);
    }
}
