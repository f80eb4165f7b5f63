package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.FoundLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.Settlement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the CRM what is true, where it is not known whether a change was made. */
public final class Inquiry {

    private final ActingUser actingUser;

    public Inquiry(ActingUser actingUser) {
        this.actingUser = actingUser;
    }

    /** What the CRM says of a record's lock. */
    sealed interface Found {}

    /**
     * The CRM has told.
     *
     * @param lock null when the record has none, or cannot have one
     */
    record Lock(@Nullable CrmLock lock) implements Found {}

    /** The CRM refuses to say. */
    record NotTold() implements Found {}

    /** The CRM does not answer just now. */
    record Away() implements Found {}

    /**
     * What has come of an intent.
     *
     * @param lookAgain whether the CRM has more to tell of the record than the settlement takes up
     */
    record Cleared(Settlement settlement, boolean lookAgain) {}

    /** Asks for a record's lock. */
    static Found find(Crm crm, RecordAddress record) {
        return switch (crm.findLock(record)) {
            case CrmReply.Answered<FoundLock>(FoundLock found) -> new Lock(found.lock());
            case CrmReply.Refused<FoundLock>(var refusal) ->
                switch (refusal.reason()) {
                    case NOT_CONFIGURED, UNKNOWN_RECORD, UNKNOWN_MODULE -> new Lock(null);
                    case ALREADY_LOCKED,
                            AUTOMATIC_ONLY,
                            HELD_BY_RULE,
                            UNKNOWN_ID,
                            NOT_SUPPORTED,
                            NOT_PERMITTED,
                            INVALID_BODY,
                            UNKNOWN_CALL,
                            UNDOCUMENTED -> new NotTold();
                };
            case CrmReply.Unavailable<FoundLock> _, CrmReply.Unknown<FoundLock> _ -> new Away();
        };
    }

    /**
     * What has come of an intent.
     *
     * @param over whether so much time has passed that the CRM will not carry out any more what it has not by now
     * @return empty while that is not known
     */
    Optional<Cleared> ask(Crm crm, RecordAddress record, LockIntent intent, boolean over) {
        return switch (find(crm, record)) {
            case NotTold(), Away() -> Optional.empty();
            case Lock(@Nullable CrmLock lock) ->
                switch (intent.change()) {
                    case IntendedChange.Take take -> taken(intent, take, lock, over);
                    case IntendedChange.Release(LockId asked) -> released(asked, lock, over);
                    case IntendedChange.ChangeReason(LockId asked, LockReason reason) ->
                        changed(asked, reason, lock, over);
                };
        };
    }

    private Optional<Cleared> taken(LockIntent intent, IntendedChange.Take take, @Nullable CrmLock lock, boolean over) {
        if (lock == null) {
            return over ? cleared(new Settlement.NotMadeAndFound(null)) : Optional.empty();
        }
        return switch (actingUser.whose(lock, intent, take)) {
            case OURS -> cleared(new Settlement.Taken(lock.id(), lock.lockedAt()));
            // Somebody else's lock keeps ours away, now and later.
            case OTHERS -> cleared(new Settlement.NotMadeAndFound(lock));
            case NOT_KNOWN -> Optional.empty();
        };
    }

    private static Optional<Cleared> cleared(Settlement settlement) {
        return Optional.of(new Cleared(settlement, false));
    }

    private static Optional<Cleared> released(LockId asked, @Nullable CrmLock lock, boolean over) {
        if (lock == null || !lock.id().equals(asked) || lock.origin() instanceof LockOrigin.Automatic) {
            return Optional.of(new Cleared(new Settlement.Changed(), lock != null));
        }
        return over ? cleared(new Settlement.NotMadeAndFound(lock)) : Optional.empty();
    }

    private static Optional<Cleared> changed(LockId asked, LockReason reason, @Nullable CrmLock lock, boolean over) {
        if (lock == null || !lock.id().equals(asked)) {
            return cleared(new Settlement.NotMadeAndFound(lock));
        }
        boolean made = lock.origin()
                .manual()
                .filter(hold ->
                        hold.reason().text().strip().equals(reason.text().strip()))
                .isPresent();
        if (made) {
            return cleared(new Settlement.Changed());
        }
        return over ? cleared(new Settlement.NotMadeAndFound(lock)) : Optional.empty();
    }
}
