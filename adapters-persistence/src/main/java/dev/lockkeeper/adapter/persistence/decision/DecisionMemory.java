package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.CommittedLocks;
import dev.lockkeeper.adapter.persistence.database.Follower.State;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.decision.Actor;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.IndexStatus;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.StampedLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the store, and of which moment that is. Many look at once, one at a time changes it; a look sees
 * all of a change or nothing of it.
 *
 * <p>A {@link Moment} is taken before a statement is sent: whatever was committed before that is in what it reads. No clock
 * is compared with another machine's.
 */
final class DecisionMemory {

    /** So many commits of this process are kept until a reading has them; beyond that they wait for one. */
    private static final int MOST_OWN = 10_000;

    private final StampedLock guard = new StampedLock();
    private final Duration maxLag;

    // All of these are guarded.
    private LockTable locks = new LockTable();
    private KnownPeople people = new KnownPeople();
    private KnownRestrictions.Read modules = KnownRestrictions.Read.NONE;
    private WantedLocks wanted = WantedLocks.NONE;
    private Versions versions = Versions.NONE;
    private final Deque<Own> own = new ArrayDeque<>();
    private boolean loaded;
    private boolean wasBelieved;
    private long beginnings;
    private Moment asOf = Moment.now();
    private long owed = asOf.nanos();

    /** @param maxLag what is older than this is not believed */
    DecisionMemory(Duration maxLag) {
        this.maxLag = maxLag;
    }

    /**
     * A moment by two clocks of this machine: one that never goes back, and one that goes on while the machine is suspended.
     */
    record Moment(long nanos, long millis) {

        static Moment now() {
            return new Moment(System.nanoTime(), System.currentTimeMillis());
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - nanos > age.toNanos() || System.currentTimeMillis() - millis > age.toMillis();
        }
    }

    /** What was read of people. */
    record People(List<User> users, List<Profile> profiles) {

        static final People UNCHANGED = new People(List.of(), List.of());
    }

    /**
     * What was read at once.
     *
     * @param asOf the moment before it was read
     * @param modules null where they are as before
     */
    record Reading(
            Moment asOf,
            Versions versions,
            ChangedLocks changed,
            People people,
            KnownRestrictions.@Nullable Read modules,
            WantedLocks wanted) {}

    /**
     * Answers nothing from here on, until all was taken over once more. Nor is the store to be asked then, but at the very
     * beginning: it has just failed, and callers may be thousands.
     */
    void forget() {
        long stamp = guard.writeLock();
        try {
            loaded = false;
            beginnings++;
            own.clear();
            locks = new LockTable();
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /** Takes over all locks and nobody of before; nothing is answered by them before {@link #take} has followed. */
    void load(LockTable all, Versions found) {
        long stamp = guard.writeLock();
        try {
            locks = all;
            people = new KnownPeople();
            versions = found.ofLocksAlone();
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /** Takes over changes of some records, with which it is not yet what it was at any moment. */
    void take(ChangedLocks changed, long revision) {
        long stamp = guard.writeLock();
        try {
            changed.applyTo(locks);
            versions = versions.withRevision(applyOwn(revision));
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /** Takes over all that had changed at a moment. */
    void take(Reading reading) {
        long stamp = guard.writeLock();
        try {
            reading.changed().applyTo(locks);
            people.add(reading.people().users(), reading.people().profiles());
            if (reading.modules() != null) {
                modules = reading.modules();
            }
            wanted = reading.wanted();
            versions =
                    reading.versions().withRevision(applyOwn(reading.versions().revision()));
            asOf = reading.asOf();
            loaded = true;
            wasBelieved = true;
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /** Locks that this process has committed, and which no reading is known to have. */
    private record Own(long after, ChangedLocks changed) {}

    /**
     * Takes over locks that this process has committed.
     *
     * @return false when they do not follow what is remembered, that is too old, or not all of their owners are known
     */
    boolean take(CommittedLocks committed) {
        ChangedLocks changed = ChangedLocks.of(committed.changed());
        long stamp = guard.writeLock();
        try {
            if (!loaded
                    || asOf.isOlderThan(maxLag)
                    || versions.revision() < committed.before()
                    || own.size() == MOST_OWN
                    || !changed.ownersAre(people::knows)) {
                return false;
            }
            // What a reading has already brought is not older.
            if (versions.revision() < committed.after()) {
                changed.applyTo(locks);
                versions = versions.withRevision(committed.after());
                own.add(new Own(committed.after(), changed));
            }
            return true;
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /**
     * Puts back what a reading did not have yet, which began before it was committed.
     *
     * @param reached up to which revision the reading came
     * @return up to which revision everything is there now
     */
    private long applyOwn(long reached) {
        while (!own.isEmpty() && own.getFirst().after() <= reached) {
            own.removeFirst();
        }
        own.forEach(later -> later.changed().applyTo(locks));
        return own.isEmpty() ? reached : own.getLast().after();
    }

    /** Whether the owners of these locks are known, but for those that come along with them. */
    boolean knowsOwners(ChangedLocks changed) {
        long stamp = guard.readLock();
        try {
            return changed.ownersAre(people::knows);
        } finally {
            guard.unlockRead(stamp);
        }
    }

    LookOutcome look(Question question, Revision atLeast) {
        long stamp = guard.readLock();
        try {
            if (!wasBelieved) {
                return new LookOutcome.Loading();
            }
            if (!loaded || asOf.isOlderThan(maxLag)) {
                return new LookOutcome.NotKnown();
            }
            Revision reached = new Revision(versions.revision());
            return asOf.nanos() - owed < 0 || reached.compareTo(atLeast) < 0
                    ? new LookOutcome.Behind(reached)
                    : new LookOutcome.Known(facts(question, reached));
        } finally {
            guard.unlockRead(stamp);
        }
    }

    private Facts facts(Question question, Revision revision) {
        Actor actor = people.actor(question.subject());
        CrmModule module = modules.catalog().find(question.module()).orElse(null);
        if (module == null || !module.addressable()) {
            return new Facts(revision, null, null, null, actor);
        }
        return new Facts(
                revision,
                module,
                modules.restrictions().get(module.id()),
                lock(module.id().value(), question.record().value()),
                actor);
    }

    private @Nullable HeldLock lock(long module, long record) {
        byte[] packed = locks.get(module, record);
        return packed == null ? wanted.find(module, record, people::nameOf) : PackedLock.unpack(packed, people::nameOf);
    }

    /** Has nobody believe what is remembered before it is as of this moment. */
    void owe(long moment) {
        long stamp = guard.writeLock();
        try {
            if (moment - owed > 0) {
                owed = moment;
            }
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /** Whether all that was committed before this moment is in it, and every change up to a revision. */
    boolean hasReached(long moment, long revision) {
        long stamp = guard.readLock();
        try {
            return loaded && asOf.nanos() - moment >= 0 && versions.revision() >= revision;
        } finally {
            guard.unlockRead(stamp);
        }
    }

    /** Whether it was believed once, and is too old for that. */
    boolean isTooOld() {
        long stamp = guard.readLock();
        try {
            return wasBelieved && (!loaded || asOf.isOlderThan(maxLag));
        } finally {
            guard.unlockRead(stamp);
        }
    }

    /** Whether it is believed. */
    boolean isCurrent() {
        return identities().isPresent();
    }

    /** Which users, profiles and tokens are known; empty while nothing is believed. */
    Optional<State> identities() {
        return state(Versions::identity);
    }

    /** Which configurations are known; empty while nothing is believed. */
    Optional<State> configurations() {
        return state(Versions::configurations);
    }

    private Optional<State> state(ToLongFunction<Versions> version) {
        long stamp = guard.readLock();
        try {
            return loaded && !asOf.isOlderThan(maxLag) && asOf.nanos() - owed >= 0
                    ? Optional.of(new State(beginnings, version.applyAsLong(versions)))
                    : Optional.empty();
        } finally {
            guard.unlockRead(stamp);
        }
    }

    /** As of which moment it has to be to be believed. */
    long owed() {
        long stamp = guard.readLock();
        try {
            return owed;
        } finally {
            guard.unlockRead(stamp);
        }
    }

    /** How far it has come. */
    Versions versions() {
        long stamp = guard.readLock();
        try {
            return versions;
        } finally {
            guard.unlockRead(stamp);
        }
    }

    IndexStatus status() {
        long stamp = guard.readLock();
        try {
            return new IndexStatus(
                    locks.size(),
                    new Revision(Math.max(0, versions.revision())),
                    Duration.ofNanos(System.nanoTime() - asOf.nanos()));
        } finally {
            guard.unlockRead(stamp);
        }
    }
}
