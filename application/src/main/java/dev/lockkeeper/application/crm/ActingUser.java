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

    /**
     * Whether a lock found in the CRM is the one that an intent asked for: taken by hand, on behalf of this user, for
     * the same reason, and not before the intent. Where the CRM does not say who that user is, it is not looked at.
     */
    boolean took(CrmLock lock, LockIntent intent, IntendedChange.Take take) {
        Optional<ManualHold> hold = lock.origin().manual();
        Instant earliest = intent.at().minus(CLOCK_SKEW);
        // The CRM may strip a reason, as forms do.
        return hold.isPresent()
                && hold.get()
                        .reason()
                        .text()
                        .strip()
                        .equals(take.reason().text().strip())
                && !lock.lockedAt().isBefore(earliest)
                && isActing(hold.get().owner());
    }

    private boolean isActing(UserRef owner) {
        if (known.get() == null) {
            learn();
        }
        UserId user = known.get();
        return user == null || user.equals(owner.id());
    }

    /** Asks the CRM who it is. */
    public void learn() {
        if (crm.currentUser() instanceof CrmReply.Answered<UserRef>(UserRef current)) {
            met(current);
        }
    }
}
