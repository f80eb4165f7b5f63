package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Instant;

/** What came of an intent, once that is known. */
public sealed interface IntentResult {

    /**
     * The CRM made the change, and it is kept here.
     *
     * @param lock the lock that was taken, ended or changed
     * @param lockedAt when the lock was taken
     */
    record Made(LockId lock, Revision revision, Instant lockedAt) implements IntentResult {}

    /** The CRM refused. */
    record Refused(CrmRefusal refusal) implements IntentResult {}

    /** The CRM did not make the change, and did not refuse it either: it never heard of it, or lost it. */
    record NotMade() implements IntentResult {}
}
