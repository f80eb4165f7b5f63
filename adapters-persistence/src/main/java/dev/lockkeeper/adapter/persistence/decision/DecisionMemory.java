package dev.lockkeeper.adapter.persistence.decision;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the store, and of which moment that is. Many look at once, one at a time changes it; a look sees
 * all of a change or nothing of it.
 *
 * <p>Moments are this process's {@link System#nanoTime}, taken before a statement is sent: whatever was committed before
 * that is in what it reads. No clock is compared with another machine's.
 */
final class DecisionMemory {

    private final StampedLock guard = new StampedLock();
    private final long maxLag;

    // All of these are guarded.
    private LockTable locks = new LockTable();
    private final KnownPeople people = new KnownPeople();
    private KnownRestrictions.Read modules = KnownRestrictions.Read.NONE;
    private WantedLocks wanted = WantedLocks.NONE;
    private Versions versions = Versions.NONE;
    private boolean loaded;
    private long asOf;
    private long owed = System.nanoTime();

    /** @param maxLag what is older than this is not believed */
    DecisionMemory(Duration maxLag) {
        this.maxLag = maxLag.toNanos();
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
            long asOf,
            Versions versions,
            ChangedLocks changed,
            People people,
            KnownRestrictions.@Nullable Read modules,
            WantedLocks wanted) {}

    /** Answers nothing from here on, until all was taken over once more. */
    void forget() {
        long stamp = guard.writeLock();
        try {
            loaded = false;
            locks = new LockTable();
        } finally {
            guard.unlockWrite(stamp);
        }
    }

    /** Takes over all locks; nothing is answered by them before {@link #take} has followed. */
    void load(LockTable all, Versions found) {
        long stamp = guard.writeLock();
        try {
            locks = all;
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
            versions = versions.withRevision(revision);
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
            versions = reading.versions();
            asOf = reading.asOf();
            loaded = true;
        } finally {
            guard.unlockWrite(stamp);
        }
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
            if (!loaded) {
                return new LookOutcome.Loading();
            }
            if (System.nanoTime() - asOf > maxLag) {
                return new LookOutcome.NotKnown();
            }
            Revision reached = new Revision(versions.revision());
            return asOf - owed < 0 || reached.compareTo(atLeast) < 0
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
            return loaded && asOf - moment >= 0 && versions.revision() >= revision;
        } finally {
            guard.unlockRead(stamp);
        }
    }

    /** Whether it was believed once, and is too old for that. */
    boolean isTooOld() {
        long stamp = guard.readLock();
        try {
            return loaded && System.nanoTime() - asOf > maxLag;
        } finally {
            guard.unlockRead(stamp);
        }
    }

    /** Whether it is believed. */
    boolean isCurrent() {
        return identityVersion().isPresent();
    }

    /** As of which version users, profiles and tokens are known; empty while nothing is believed. */
    OptionalLong identityVersion() {
        long stamp = guard.readLock();
        try {
            return loaded && System.nanoTime() - asOf <= maxLag && asOf - owed >= 0
                    ? OptionalLong.of(versions.identity())
                    : OptionalLong.empty();
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
                    loaded ? Duration.ofNanos(System.nanoTime() - asOf) : null);
        } finally {
            guard.unlockRead(stamp);
        }
    }
}
