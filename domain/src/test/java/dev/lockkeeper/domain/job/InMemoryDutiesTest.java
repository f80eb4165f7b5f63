package dev.lockkeeper.domain.job;

class InMemoryDutiesTest implements DutiesContract {

    @Override
    public Duties duties() {
        return new InMemoryDuties();
    }
}
