package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

final class MakesThingsUp {

    static UUID id() {
        return UUID.randomUUID();
    }

    static Supplier<UUID> idByReference() {
        return UUID::randomUUID;
    }

    static Random random() {
        return new Random();
    }

    static SplittableRandom splittableRandom() {
        return new SplittableRandom();
    }

    static double fraction() {
        return Math.random();
    }

    static double strictFraction() {
        return StrictMath.random();
    }

    static int ofThisThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    static void shuffle(List<String> list) {
        Collections.shuffle(list);
    }
}
