package dev.lockkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindModuleTest {

    private final FindModule findModule = new FindModule(Catalog.standard());

    @ParameterizedTest
    @ValueSource(strings = {"Invoices", "INVOICES", "invoices"})
    void findsAModuleWhateverTheCaseOfItsName(String apiName) {
        assertThat(findModule.execute(apiName)).map(CrmModule::apiName).hasValue("Invoices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Locking_Information__s", "Calls"})
    void findsModulesWhoseRecordsCannotBeLockedToo(String apiName) {
        assertThat(findModule.execute(apiName)).map(CrmModule::apiName).hasValue(apiName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", ""})
    void findsNothingUnderAnyOtherName(String apiName) {
        assertThat(findModule.execute(apiName)).isEmpty();
    }
}
