package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardCatalogTest {

    private final Catalog catalog = Catalog.standard();

    @Test
    void knowsEveryModuleThatSupportsLocking() {
        assertThat(catalog.modules())
                .filteredOn(CrmModule::lockable)
                .extracting(CrmModule::apiName)
                .containsExactlyInAnyOrder(
                        "Leads",
                        "Accounts",
                        "Contacts",
                        "Deals",
                        "Tasks",
                        "Cases",
                        "Solutions",
                        "Vendors",
                        "Price_Books",
                        "Quotes",
                        "Sales_Orders",
                        "Purchase_Orders",
                        "Invoices",
                        "Products");
    }

    @Test
    void knowsTheModulesThatDoNotSupportLocking() {
        assertThat(catalog.modules())
                .filteredOn(module -> module.locking() == LockingSupport.NOT_SUPPORTED)
                .extracting(CrmModule::apiName)
                .containsExactlyInAnyOrder("Calls", "Events", "Campaigns", "Notes");
    }

    @Test
    void usesTheScopeWordsOfTheSeedAndOneOfTheirKindForTheRest() {
        assertThat(catalog.modules())
                .extracting(CrmModule::scopeWord)
                .containsExactlyInAnyOrder(
                        "leads",
                        "accounts",
                        "contacts",
                        "deals",
                        "tasks",
                        "cases",
                        "solutions",
                        "vendors",
                        "pricebooks",
                        "quotes",
                        "salesorders",
                        "purchaseorders",
                        "invoices",
                        "products",
                        "calls",
                        "events",
                        "campaigns",
                        "notes",
                        "lockinginformation");
    }

    @Test
    void hidesLockingInformationFromCallsButNotFromMetadata() {
        CrmModule locks = module("Locking_Information__s");
        assertThat(locks.moduleName()).isEqualTo("LockingInformation");
        assertThat(locks.generatedType()).isEqualTo(GeneratedType.DEFAULT);
        assertThat(Stream.of(
                        locks.lockable(),
                        locks.addressable(),
                        locks.creatable(),
                        locks.editable(),
                        locks.deletable(),
                        locks.viewable()))
                .containsOnly(false);
    }

    @Test
    void letsClientsWorkWithTheRecordsOfEveryOtherModule() {
        assertThat(catalog.modules())
                .filteredOn(CrmModule::addressable)
                .hasSize(18)
                .allMatch(CrmModule::creatable)
                .allMatch(CrmModule::editable)
                .allMatch(CrmModule::deletable)
                .allMatch(CrmModule::viewable);
    }

    @Test
    void givesLockingInformationItsNineFields() {
        assertThat(module("Locking_Information__s").fields())
                .extracting(
                        CrmField::apiName,
                        field -> field.type().zohoName(),
                        CrmField::readOnly,
                        CrmField::pickListValues)
                .containsExactly(
                        tuple("Locked_Reason__s", "textarea", false, List.of()),
                        tuple("Lock_Source__s", "picklist", true, List.of("Manual", "Automatic", "Both")),
                        tuple("Locked_For__s", "multi_module_lookup", true, List.of()),
                        tuple("Locked_Time__s", "datetime", true, List.of()),
                        tuple("Locked_By__s", "userlookup", true, List.of()),
                        tuple("id", "bigint", true, List.of()),
                        tuple("Record_Locking_Rule_Id__s", "bigint", true, List.of()),
                        tuple("Record_Locking_Configuration_Id__s", "bigint", true, List.of()),
                        tuple("Feature_Type__s", "picklist", true, List.of("record_locking")));
    }

    @Test
    void givesEveryOtherModuleTheSystemFields() {
        assertThat(catalog.modules())
                .filteredOn(CrmModule::addressable)
                .allSatisfy(module -> assertThat(module.fields())
                        .extracting(CrmField::apiName)
                        .contains("Owner", "id", "Tag", "Locked__s")
                        .contains("Created_Time", "Modified_Time", "Created_By", "Modified_By", "Last_Activity_Time"));
    }

    @Test
    void keepsModulesToAReadableNumberOfFields() {
        assertThat(catalog.modules())
                .filteredOn(CrmModule::addressable)
                .extracting(module -> module.fields().size())
                .allSatisfy(size -> assertThat(size).isBetween(12, 40));
    }

    @Test
    void marksWhatTheCrmAloneSetsAsReadOnly() {
        assertThat(catalog.modules()).filteredOn(CrmModule::addressable).allSatisfy(module -> {
            assertThat(module.findField("Owner")).map(CrmField::readOnly).hasValue(false);
            assertThat(module.findField("Locked__s")).map(CrmField::readOnly).hasValue(true);
            assertThat(module.findField("Created_Time")).map(CrmField::readOnly).hasValue(true);
            assertThat(module.fields())
                    .filteredOn(field -> field.type() == FieldType.AUTONUMBER)
                    .allMatch(CrmField::readOnly);
        });
        assertThat(module("Leads").findField("Full_Name"))
                .map(CrmField::readOnly)
                .hasValue(true);
        assertThat(module("Quotes").findField("Grand_Total"))
                .map(CrmField::readOnly)
                .hasValue(true);
    }

    @Test
    void hasTheFieldsThatTheSeedsAndTheContractCompare() {
        assertThat(module("Leads").findField("Lead_Conversion_Time"))
                .map(CrmField::type)
                .hasValue(FieldType.INTEGER);
        assertThat(module("Leads").findField("Last_Activity_Time"))
                .map(CrmField::type)
                .hasValue(FieldType.DATETIME);
        assertThat(module("Leads").findField("Description")).isPresent();
        assertThat(module("Tasks").findField("Status").orElseThrow().pickListValues())
                .contains("Closed");
    }

    @Test
    void namesEveryFieldOnceAModule() {
        assertThat(catalog.modules())
                .allSatisfy(module -> assertThat(module.fields())
                        .extracting(field -> field.apiName().toLowerCase(Locale.ROOT))
                        .doesNotHaveDuplicates());
    }

    private CrmModule module(String apiName) {
        return catalog.find(apiName).orElseThrow();
    }
}
