package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.crm.CrmRefusal;
import java.time.Duration;

/** What can become of a change that is decided elsewhere than in this service's own store. */
public sealed interface ElsewhereOutcome extends LockRecord.Outcome, UnlockRecord.Outcome, ChangeLockReason.Outcome {

    /** Who decides was asked, and what came of it will be known later: the change may be made, or may not. */
    record Pending() implements ElsewhereOutcome {}

    /**
     * Who decides cannot be asked just now; nothing was changed.
     *
     * @param retryAfter when to come again, at the earliest
     */
    record Away(Duration retryAfter) implements ElsewhereOutcome {}

    /** Who decides refused, in its own words. */
    record RefusedThere(CrmRefusal refusal) implements ElsewhereOutcome {}
}
