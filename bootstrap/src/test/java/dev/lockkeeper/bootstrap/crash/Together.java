package dev.lockkeeper.bootstrap.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does many things side by side, and fails as the first that fails. */
final class Together {

    private static final int AT_ONCE = 96;

    private Together() {}

    static <T> void each(List<T> all, Consumer<T> step) {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> done = new ArrayList<>();
            all.forEach(each -> done.add(workers.submit(() -> step.accept(each))));
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
