package dev.lockkeeper.application.decision;

import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the facts that a decision rests on: in the index, which is to answer at once, or else in the store. An index that
 * may be too far behind is believed by nobody, nor is the store loaded with what the index cannot answer then.
 */
public final class FactFinder {

    /** The store is asked no more often for one call, whose other questions are not known then: others need it, too. */
    static final int MOST_ASKED = 50;

    private final DecisionIndex index;
    private final DecisionIndex store;
    private final Duration maxWait;

    /**
     * A finder.
     *
     * @param index kept in memory
     * @param store asks the store each time
     * @param maxWait so long a call waits for the index to become as fresh as it has to be
     */
    public FactFinder(DecisionIndex index, DecisionIndex store, Duration maxWait) {
        this.index = index;
        this.store = store;
        this.maxWait = maxWait;
    }

    /** Where facts come from. */
    public enum Source {
        INDEX,
        /** The index was not loaded yet. */
        STORE_WHILE_LOADING,
        /** The index did not become fresh enough in time. */
        STORE_WHILE_BEHIND
    }

    record Found(Facts facts, Source source) {}

    /** What the index answers at once. */
    LookOutcome look(Question question, Revision atLeast) {
        return index.look(question, atLeast);
    }

    /** The facts for one call, which may ask for many but waits no longer for that. */
    Search search() {
        return new Search();
    }

    /** One call's finds. Not for several threads. */
    final class Search {

        private int asked;
        private boolean hasWaited;
        private boolean storeIsAway;
        private @Nullable Revision reachedByStore;

        /** The facts; empty when they cannot be known, or not as fresh as they have to be. */
        Optional<Found> find(Question question, Revision atLeast) {
            LookOutcome looked = index.look(question, atLeast);
            if (looked instanceof LookOutcome.Behind && !hasWaited) {
                hasWaited = true;
                index.await(atLeast, maxWait);
                looked = index.look(question, atLeast);
            }
            return switch (looked) {
                case LookOutcome.Known(Facts facts) -> Optional.of(new Found(facts, Source.INDEX));
                case LookOutcome.NotKnown() -> Optional.empty();
                case LookOutcome.Behind _ -> ask(question, atLeast, Source.STORE_WHILE_BEHIND);
                case LookOutcome.Loading _ -> ask(question, atLeast, Source.STORE_WHILE_LOADING);
            };
        }

        private Optional<Found> ask(Question question, Revision atLeast, Source source) {
            if (asked == MOST_ASKED
                    || storeIsAway
                    || (reachedByStore != null && reachedByStore.compareTo(atLeast) < 0)) {
                return Optional.empty();
            }
            asked++;
            try {
                return switch (store.look(question, atLeast)) {
                    case LookOutcome.Known(Facts facts) -> Optional.of(new Found(facts, source));
                    case LookOutcome.Behind(Revision reached) -> {
                        reachedByStore = reached;
                        yield Optional.empty();
                    }
                    case LookOutcome.Loading _, LookOutcome.NotKnown _ -> Optional.empty();
                };
            } catch (StoreUnavailable _) {
                // Said to the caller as "not known", which is what it means here.
                storeIsAway = true;
                return Optional.empty();
            }
        }
    }
}
