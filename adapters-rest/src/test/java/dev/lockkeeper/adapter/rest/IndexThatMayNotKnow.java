package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.InMemoryDecisionIndex;
import dev.lockkeeper.domain.decision.IndexStatus;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An index of whatever is in the stores, which can be made to know nothing or to fail. */
final class IndexThatMayNotKnow implements DecisionIndex {

    private final Supplier<InMemoryDecisionIndex.Ports> ports;

    private volatile @Nullable LookOutcome planted;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean lookedAtOnTheEventLoop;

    IndexThatMayNotKnow(Supplier<InMemoryDecisionIndex.Ports> ports) {
        this.ports = ports;
    }

    /** Has it answer this, whatever it is asked. */
    void answer(LookOutcome outcome) {
        planted = outcome;
    }

    void fail(RuntimeException with) {
        failure = with;
    }

    void reset() {
        planted = null;
        failure = null;
    }

    /** Whether the latest look came from there. */
    boolean wasLookedAtOnTheEventLoop() {
        return lookedAtOnTheEventLoop;
    }

    @Override
    public LookOutcome look(Question question, Revision atLeast) {
        lookedAtOnTheEventLoop = !Thread.currentThread().isVirtual();
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        LookOutcome instead = planted;
        return instead == null ? new InMemoryDecisionIndex(ports.get()).look(question, atLeast) : instead;
    }

    @Override
    public void await(Revision revision, Duration atMost) {
        // It becomes no fresher by that.
    }

    @Override
    public IndexStatus status() {
        return new IndexStatus(0, Revision.NONE, Duration.ZERO);
    }
}
