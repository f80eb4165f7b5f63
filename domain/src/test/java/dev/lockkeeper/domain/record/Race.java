package dev.lockkeeper.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Several threads at once, each with randomness of its own. */
final class Race {

    private final Random seeds;
    private final List<Callable<Boolean>> racers = new ArrayList<>();
    private volatile boolean over;

    Race(Random seeds) {
        this.seeds = seeds;
    }

    /** A thread does something so many times; when the first of these is done, the race is over. */
    Race times(int count, Consumer<Random> action) {
        Random random = new Random(seeds.nextLong());
        racers.add(() -> {
            try {
                for (int i = 0; i < count; i++) {
                    action.accept(random);
                }
            } finally {
                over = true;
            }
            return true;
        });
        return this;
    }

    /** So many threads do something again and again until the race is over, or one of them fails. */
    Race meanwhile(int threads, Consumer<Random> action) {
        for (int thread = 0; thread < threads; thread++) {
            Random random = new Random(seeds.nextLong());
            racers.add(() -> {
                try {
                    while (!over) {
                        action.accept(random);
                    }
                } finally {
                    over = true;
                }
                return true;
            });
        }
        return this;
    }

    /** Has them run, and fails as the first of them that failed. */
    void run() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(racers.size())) {
            for (Future<Boolean> racer : executor.invokeAll(racers)) {
                racer.get();
            }
        }
    }
}
