package dev.lockkeeper.domain.crm;

class InMemoryCrmUseTest implements CrmUseContract {

    private final InMemoryCrmUse use = new InMemoryCrmUse();

    @Override
    public CrmUse use() {
        return use;
    }
}
