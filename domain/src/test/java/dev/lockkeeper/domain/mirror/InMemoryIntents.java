package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The intents of {@link InMemoryMirroredLocks}, which sees to it that one thread at a time is here. */
final class InMemoryIntents {

    /**
     * An intent with what is known of it.
     *
     * @param lockedAt when the lock was taken that it is to change
     */
    record Kept(
            LockIntent intent,
            @Nullable Instant lockedAt,
            Instant heldUntil,
            @Nullable Instant settledAt,
            @Nullable IntentResult result) {

        boolean isSettled() {
            return settledAt != null;
        }
    }

    private final NavigableMap<Long, Kept> kept = new TreeMap<>();
    private long lastId;

    LockIntent add(NewIntent wanted, @Nullable Instant lockedAt, Instant heldUntil) {
        LockIntent intent = new LockIntent(
                new IntentId(++lastId),
                wanted.key(),
                wanted.change(),
                wanted.by().ref(),
                wanted.at(),
                1);
        kept.put(lastId, new Kept(intent, lockedAt, heldUntil, null, null));
        return intent;
    }

    /** The open intent, if it is still held as this one is. */
    Optional<Kept> held(LockIntent intent) {
        return Optional.ofNullable(kept.get(intent.id().value()))
                .filter(found -> !found.isSettled() && found.intent().holder() == intent.holder());
    }

    void settled(Kept open, Instant at, IntentResult result) {
        put(new Kept(open.intent(), open.lockedAt(), open.heldUntil(), at, result));
    }

    void postponed(Kept open, Instant heldUntil) {
        put(new Kept(open.intent(), open.lockedAt(), heldUntil, null, null));
    }

    private void put(Kept changed) {
        kept.put(changed.intent().id().value(), changed);
    }

    List<LockIntent> takeOver(int limit, Instant now, Instant heldUntil) {
        List<Kept> due = kept.values().stream()
                .filter(found -> !found.isSettled() && !found.heldUntil().isAfter(now))
                .limit(limit)
                .map(found -> new Kept(ofNextHolder(found.intent()), found.lockedAt(), heldUntil, null, null))
                .toList();
        due.forEach(this::put);
        return due.stream().map(Kept::intent).toList();
    }

    private static LockIntent ofNextHolder(LockIntent intent) {
        return new LockIntent(
                intent.id(), intent.key(), intent.change(), intent.by(), intent.at(), intent.holder() + 1);
    }

    /** Those of a record, the latest last. */
    Stream<Kept> of(RecordKey key) {
        return kept.values().stream().filter(found -> found.intent().key().equals(key));
    }

    boolean isOpen(IntentId id) {
        Kept found = kept.get(id.value());
        return found != null && !found.isSettled();
    }

    Optional<IntentResult> result(IntentId id) {
        return Optional.ofNullable(kept.get(id.value())).map(Kept::result);
    }

    int forgetSettledBefore(Instant time) {
        int before = kept.size();
        kept.values().removeIf(found -> {
            Instant at = found.settledAt();
            return at != null && at.isBefore(time);
        });
        return before - kept.size();
    }
}
