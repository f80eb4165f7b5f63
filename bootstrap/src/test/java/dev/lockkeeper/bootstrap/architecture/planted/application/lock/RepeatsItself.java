package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import java.util.Random;

final class RepeatsItself {

    static Random random(long seed) {
        return new Random(seed);
    }
}
