package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.connection.EventLoop;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers on the event loop what was found out without keeping it waiting, and on another thread everything else. */
@Singleton
final class PromptAnswers {

    private final ExecutorService blocking;

    PromptAnswers(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = blocking;
    }

    /**
     * An answer.
     *
     * @param atOnce ends with empty where the outcome has to be found out patiently
     * @param patiently may keep its thread waiting
     */
    <O> CompletionStage<HttpResponse<?>> answer(
            HttpRequest<?> request,
            CompletionStage<Optional<O>> atOnce,
            Supplier<O> patiently,
            Function<O, HttpResponse<?>> answer) {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        return atOnce.handleAsync(
                        (outcome, failure) -> context.propagate(() -> {
                            if (failure != null) {
                                throw thrown(failure);
                            }
                            return outcome.map(answer)
                                    .<CompletionStage<HttpResponse<?>>>map(CompletableFuture::completedStage)
                                    .orElseGet(() -> elsewhere(() -> answer.apply(patiently.get())));
                        }),
                        EventLoop.of(request))
                .thenCompose(Function.identity());
    }

    /** What a stage failed with, which it may have wrapped. */
    private static RuntimeException thrown(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
    }

    /** Does on another thread what takes long. */
    <T> CompletionStage<T> elsewhere(Supplier<T> work) {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        return CompletableFuture.supplyAsync(() -> context.propagate(work), blocking);
    }
}
