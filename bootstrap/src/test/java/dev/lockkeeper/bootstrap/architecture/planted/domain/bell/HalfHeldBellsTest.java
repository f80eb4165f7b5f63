package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

class HalfHeldBellsTest implements BellsContract {

    @Override
    public Bells bells() {
        return new HalfHeldBells();
    }
}
