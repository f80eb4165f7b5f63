package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The user on whose behalf this service calls the CRM: by it, a lock found there is known to be one's own. */
public final class ActingUser {

    /** So far the clocks of the CRM and of this service may be apart. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Crm crm;
    private final AtomicReference<UserId> known = new AtomicReference<>();

    public ActingUser(Crm crm) {
        this.crm = crm;
    }

    /** The CRM has just given a lock on behalf of this user. */
    void met(UserRef user) {
        known.set(user.id());
    }

    /** Whose a lock is that was found in the CRM. */
    enum Whose {
        OURS,
        OTHERS,
        NOT_KNOWN
    }

    /**
     * Whether a lock found in the CRM is the one that an intent asked for: taken by hand, on behalf of this user, for
     * the same reason, and not before the intent, as far as clocks can tell. Where the CRM refuses to say who that user
     * is, it is not looked at.
     */
    Whose whose(CrmLock lock, LockIntent intent, IntendedChange.Take take) {
        Optional<ManualHold> hold = lock.origin().manual();
        Instant earliest = intent.at().minus(CLOCK_SKEW);
        // The CRM may strip a reason, as forms do.
        boolean asWanted = hold.isPresent()
                && hold.get()
                        .reason()
                        .text()
                        .strip()
                        .equals(take.reason().text().strip())
                && !lock.lockedAt().isBefore(earliest);
        return asWanted ? whose(hold.get().owner()) : Whose.OTHERS;
    }

    private Whose whose(UserRef owner) {
        UserId user = known.get();
        if (user != null) {
            return user.equals(owner.id()) ? Whose.OURS : Whose.OTHERS;
        }
        return switch (crm.currentUser()) {
            case CrmReply.Answered<UserRef>(UserRef current) -> {
                met(current);
                yield current.id().equals(owner.id()) ? Whose.OURS : Whose.OTHERS;
            }
            case CrmReply.Refused<UserRef> _ -> Whose.OURS;
            case CrmReply.Unavailable<UserRef> _, CrmReply.Unknown<UserRef> _ -> Whose.NOT_KNOWN;
        };
    }

    /** Asks the CRM who it is. */
    public void learn() {
        if (crm.currentUser() instanceof CrmReply.Answered<UserRef>(UserRef current)) {
            met(current);
        }
    }
}
