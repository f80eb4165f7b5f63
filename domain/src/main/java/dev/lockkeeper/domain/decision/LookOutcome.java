package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.Revision;

/** What {@link DecisionIndex#look} answers. */
public sealed interface LookOutcome {

    /** The facts, as fresh as was asked for. */
    record Known(Facts facts) implements LookOutcome {}

    /**
     * What is known is not as fresh as was asked for, or lacks a change that was answered by this very process.
     *
     * @param reached up to which revision all is known
     */
    record Behind(Revision reached) implements LookOutcome {}

    /** Nothing is known yet: it is being read. */
    record Loading() implements LookOutcome {}

    /** What is known may be too old, or nothing can be found out. */
    record NotKnown() implements LookOutcome {}
}
