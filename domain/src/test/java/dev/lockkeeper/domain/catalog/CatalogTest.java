package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class CatalogTest {

    private static final CrmField NAME =
            new CrmField(new FieldId(11), "Name", "Name", FieldType.TEXT, false, List.of());
    private static final CrmModule VISITS = module(1, "Visits", List.of(NAME));

    @Test
    void findsAModuleByNameInAnyCase() {
        assertThat(Catalog.standard().find("Leads")).isPresent();
        assertThat(Catalog.standard().find("LEADS"))
                .isEqualTo(Catalog.standard().find("Leads"));
        assertThat(Catalog.standard().find("locking_information__S"))
                .map(CrmModule::apiName)
                .hasValue("Locking_Information__s");
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void findsInvoicesOnATurkishMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            Catalog catalog = new Catalog(Catalog.standard().modules());
            assertThat(catalog.find("INVOICES")).map(CrmModule::apiName).hasValue("Invoices");
            assertThat(catalog.find("invoices")).map(CrmModule::scopeWord).hasValue("invoices");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsAModuleByItsId() {
        CrmModule deals = Catalog.standard().find("Deals").orElseThrow();
        assertThat(Catalog.standard().find(deals.id())).hasValue(deals);
    }

    @Test
    void findsNothingUnderAnUnknownNameOrId() {
        assertThat(Catalog.standard().find("Potentials")).isEmpty();
        assertThat(Catalog.standard().find("")).isEmpty();
        assertThat(Catalog.standard().find(new ModuleId(1))).isEmpty();
    }

    @Test
    void listsModulesInTheOrderGiven() {
        CrmModule sites = module(2, "Sites", List.of());
        assertThat(new Catalog(List.of(sites, VISITS)).modules()).containsExactly(sites, VISITS);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<CrmModule> modules = new ArrayList<>(List.of(VISITS));
        Catalog catalog = new Catalog(modules);
        modules.clear();
        assertThat(catalog.modules()).containsExactly(VISITS);
    }

    @Test
    void buildsTheStandardCatalogueOnce() {
        assertThat(Catalog.standard()).isSameAs(Catalog.standard());
    }

    @Test
    void refusesTwoModulesWhoseNamesDifferOnlyInCase() {
        List<CrmModule> modules = List.of(VISITS, module(2, "VISITS", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(modules))
                .withMessageContaining("VISITS");
    }

    @Test
    void refusesTwoModulesWithOneId() {
        List<CrmModule> modules = List.of(VISITS, module(1, "Sites", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(modules))
                .withMessageContaining("the id 1");
    }

    @Test
    void refusesAFieldIdThatTwoModulesUse() {
        List<CrmModule> modules = List.of(VISITS, module(2, "Sites", List.of(NAME)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(modules))
                .withMessageContaining("Sites.Name");
    }

    private static CrmModule module(long id, String apiName, List<CrmField> fields) {
        return new CrmModule(
                new ModuleId(id),
                apiName,
                apiName,
                apiName,
                apiName,
                GeneratedType.CUSTOM,
                LockingSupport.SUPPORTED,
                fields);
    }
}
