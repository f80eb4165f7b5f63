package dev.lockkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import org.junit.jupiter.api.Test;

class ListModulesTest {

    @Test
    void listsEveryModuleInTheCataloguesOrder() {
        Catalog catalog = Catalog.standard();

        assertThat(new ListModules(catalog).execute())
                .isEqualTo(catalog.modules())
                .extracting(CrmModule::apiName)
                .contains("Deals", "Calls", "Locking_Information__s");
    }
}
