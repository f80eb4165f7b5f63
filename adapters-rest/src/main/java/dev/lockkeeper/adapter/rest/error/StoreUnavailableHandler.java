package dev.lockkeeper.adapter.rest.error;

import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers 503 while the store is away, and says whether a change may have happened. The log is told once a second: callers
 * may be thousands.
 */
@Singleton
final class StoreUnavailableHandler implements ExceptionHandler<StoreUnavailable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableHandler.class);
    private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(1);

    private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS.toNanos());

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public HttpResponse<?> handle(HttpRequest request, StoreUnavailable failure) {
        long now = System.nanoTime();
        long last = lastWarning.get();
        if (now - last > BETWEEN_WARNINGS.toNanos() && lastWarning.compareAndSet(last, now)) {
            LOG.warn("{}: {}", failure.getMessage(), String.valueOf(failure.getCause()));
        } else {
            LOG.debug("{}: {}", failure.getMessage(), String.valueOf(failure.getCause()));
        }
        Refusal refusal = switch (failure.step()) {
            case NOT_TAKEN -> Refusal.UNAVAILABLE;
            case UNKNOWN -> Refusal.UNAVAILABLE_AND_PENDING;
        };
        return refusal.answer(request);
    }
}
