package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

final class HeldBells implements Bells {

    @Override
    public int ring() {
        return 1;
    }
}
