package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryModulesTest implements ModulesContract {

    private final InMemoryModules modules = new InMemoryModules();

    @Override
    public Modules modules() {
        return modules;
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
