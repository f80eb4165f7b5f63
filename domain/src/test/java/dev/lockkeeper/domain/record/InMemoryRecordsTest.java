package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;

class InMemoryRecordsTest implements RecordsContract, RulesRaceContract, ExistingRecordsContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public Records records() {
        return store().records();
    }

    @Override
    public ExistingRecords existingRecords() {
        return store().existingRecords();
    }
}
