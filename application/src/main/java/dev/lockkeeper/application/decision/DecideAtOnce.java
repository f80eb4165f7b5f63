package dev.lockkeeper.application.decision;

import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.LookOutcome;

/**
 * Decides by what is in memory, as {@link Decide} does, and never makes its thread wait: for threads that serve many
 * callers.
 */
public final class DecideAtOnce {

    private final FactFinder facts;

    public DecideAtOnce(FactFinder facts) {
        this.facts = facts;
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** The decision. */
    public record Decided(Decide.Decided decided) implements Outcome {}

    /** {@link Decide} may find an answer, on a thread that can wait. */
    public record NotYet() implements Outcome {}

    /** The state cannot be known just now. */
    public record NotKnown() implements Outcome {}

    public Outcome execute(Decide.Query query) {
        return switch (facts.look(query.question(), query.atLeast())) {
            case LookOutcome.Known(Facts known) -> new Decided(Decide.decided(query, known, FactFinder.Source.INDEX));
            case LookOutcome.Behind _, LookOutcome.Loading _ -> new NotYet();
            case LookOutcome.NotKnown _ -> new NotKnown();
        };
    }
}
