package dev.lockkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.NewModule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListModulesTest {

    @Test
    void listsEveryModuleInTheCataloguesOrder() {
        Catalog catalog = Catalog.standard();

        assertThat(new ListModules(new InMemoryModules()).execute())
                .isEqualTo(catalog.modules())
                .extracting(CrmModule::apiName)
                .contains("Deals", "Calls", "Locking_Information__s");
    }

    @Test
    void listsCustomModulesToo() {
        InMemoryModules modules = new InMemoryModules();
        ListModules listModules = new ListModules(modules);
        listModules.execute();

        modules.add(new NewModule("Visits", "Visits", List.of()));

        assertThat(listModules.execute()).last().extracting(CrmModule::apiName).isEqualTo("Visits");
    }
}
