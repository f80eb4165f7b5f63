package dev.lockkeeper.domain.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does a thing many times at once. */
public final class Together {

    private Together() {}

    /** What each attempt answered, in order of their numbers from 0. */
    public static <T> List<T> run(int attempts, IntFunction<T> attempt) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = IntStream.range(0, attempts)
                    .<Callable<T>>mapToObj(i -> () -> attempt.apply(i))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
