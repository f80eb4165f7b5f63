package dev.lockkeeper.domain.mirror;

/** What became of {@link MirroredLocks#settle}. */
public sealed interface SettleOutcome {

    /** The intent is settled, with this result. */
    record Settled(IntentResult result) implements SettleOutcome {}

    /** Somebody else has taken the intent over, or has settled it; nothing was changed. */
    record NoLongerHeld() implements SettleOutcome {}
}
