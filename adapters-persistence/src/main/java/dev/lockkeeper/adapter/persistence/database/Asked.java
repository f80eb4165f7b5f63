package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one caller has asked of a {@link Batcher}, and waits for. It can be withdrawn for as long as no batch has it.
 *
 * @param <A> the answer
 */
public abstract class Asked<A> {

    private enum State {
        QUEUED,
        TAKEN,
        WITHDRAWN
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<A> answer = new CompletableFuture<>();
    private final long since = System.nanoTime();

    /** Answers the caller. */
    public final void answer(A given) {
        answer.complete(given);
    }

    /** Has the caller fail, if it is not answered yet. */
    public final void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Whether the caller has been answered, and not by a failure. */
    public final boolean isAnswered() {
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    /** The answer that was given. */
    public final A given() {
        return answer.resultNow();
    }

    /** When it was asked, as {@link System#nanoTime} tells it. */
    final long since() {
        return since;
    }

    /** Takes it into a batch; false when the caller does not want it any longer. */
    final boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    private boolean withdraw() {
        return state.compareAndSet(State.QUEUED, State.WITHDRAWN);
    }

    /** Ends when it is answered, or has failed; on the thread that does the work. */
    public final CompletionStage<A> stage() {
        return answer.minimalCompletionStage();
    }

    /** Has the caller fail if no batch has it; false when one does. */
    final boolean giveUp() {
        return withdraw() && failLate();
    }

    /** Has the caller fail, nothing of whose question was done in time. */
    final boolean failLate() {
        fail(new StoreUnavailable(Step.NOT_TAKEN, new TimeoutException("No batch took it in time")));
        return true;
    }

    /**
     * Waits until it is answered.
     *
     * @throws StoreUnavailable when no batch took it in time, the store is away, or the thread was interrupted
     */
    final void await() {
        try {
            answer.get();
        } catch (ExecutionException failed) {
            throw asOfThisThread(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            // What a batch has may still happen.
            throw new StoreUnavailable(withdraw() ? Step.NOT_TAKEN : Step.UNKNOWN, interrupted);
        }
    }

    /** Many callers may share what went wrong. */
    private static RuntimeException asOfThisThread(@Nullable Throwable failure) {
        return failure instanceof StoreUnavailable away
                ? new StoreUnavailable(away.step(), away)
                : new IllegalStateException("A batch failed", failure);
    }
}
