package dev.lockkeeper.domain;

import java.util.Random;

/** Randomness of tests that can be repeated: the build's seed, printed, is set by {@code -Dtest.seed=N}. */
public final class TestSeed {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    private TestSeed() {}

    public static Random random(Class<?> test) {
        System.out.println("seed of " + test.getSimpleName() + ": -Dtest.seed=" + SEED);
        return new Random(SEED);
    }
}
