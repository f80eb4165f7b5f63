package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

class HeldBellsTest implements BellsContract, PealContract {

    @Override
    public Bells bells() {
        return new HeldBells();
    }
}
