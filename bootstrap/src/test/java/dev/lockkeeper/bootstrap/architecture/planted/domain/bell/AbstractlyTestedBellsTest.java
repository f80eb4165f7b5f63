package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

abstract class AbstractlyTestedBellsTest implements BellsContract, PealContract {

    @Override
    public Bells bells() {
        return new AbstractlyTestedBells();
    }
}
