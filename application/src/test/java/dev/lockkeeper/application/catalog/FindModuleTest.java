package dev.lockkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindModuleTest {

    private final InMemoryModules modules = new InMemoryModules();
    private final FindModule findModule = new FindModule(modules);

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

    @Test
    void findsACustomModuleWithItsFieldsAsTheyAreNow() {
        modules.add(new NewModule("Visits", "Visits", List.of()));
        CrmModule visits = findModule.execute("visits").orElseThrow();

        modules.replaceAddedFields(visits.id(), List.of(new NewField("City", "City", FieldType.TEXT, false)));

        assertThat(findModule.execute("VISITS").orElseThrow().findField("City")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", ""})
    void findsNothingUnderAnyOtherName(String apiName) {
        assertThat(findModule.execute(apiName)).isEmpty();
    }
}
