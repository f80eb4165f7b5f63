package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.lock.LockId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known to have come of an intent, and what that makes of the record's lock. */
public sealed interface Settlement {

    /**
     * The CRM made the change: a lock was taken, by hand and for the intent's user.
     *
     * @param lockedAt by the CRM's clock
     */
    record Taken(LockId lock, Instant lockedAt) implements Settlement {}

    /** The CRM made the change that the intent asked of an existing lock. */
    record Changed() implements Settlement {}

    /** The CRM refused, and nothing is known that is not known here already. */
    record Refused(CrmRefusal refusal) implements Settlement {}

    /**
     * The CRM refused, and this is how the record stands there.
     *
     * @param found null when the record has no lock
     */
    record RefusedAndFound(CrmRefusal refusal, @Nullable CrmLock found) implements Settlement {}

    /** The CRM did not make the change, and nothing is known that is not known here already. */
    record NotMade() implements Settlement {}

    /**
     * The CRM did not make the change, and this is how the record stands there.
     *
     * @param found null when the record has no lock
     */
    record NotMadeAndFound(@Nullable CrmLock found) implements Settlement {}
}
