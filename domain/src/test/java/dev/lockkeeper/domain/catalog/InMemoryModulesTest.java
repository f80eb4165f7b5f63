package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryModulesTest implements ModulesContract, FieldsInUseContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();
    private final InMemoryModules modules = store.modules();

    @Override
    public Modules modules() {
        return modules;
    }

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public Modules ofAnotherProcess() {
        return modules;
    }

    @Test
    void forgetsAllThatWasAdded() {
        modules.add(new NewModule("Visits", "Visits", List.of()));

        modules.clear();

        assertThat(modules.catalog()).isSameAs(Catalog.standard());
    }
}
