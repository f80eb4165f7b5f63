package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.LockType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scopes a call takes: seed 000 for the lock calls, the contract for metadata. */
class ScopesTest {

    private static final String LOCKS = "ZohoCRM.modules.lockinginformation.";
    private static final String MODULES = "ZohoCRM.modules.";

    @RegisterExtension
    static final Service service = new Service();

    @BeforeEach
    void everyModuleCanBeLocked() {
        Catalog.standard().modules().stream()
                .filter(CrmModule::lockable)
                .forEach(module -> service.configured(module.apiName(), LockType.MANUAL));
    }

    @ParameterizedTest
    @EnumSource
    void takesItsOperationOrAllForLocksAndModuleAlike(Operation operation) {
        for (String ofLocks : new String[] {"ALL", operation.scope}) {
            for (String ofModule : new String[] {"ALL", "deals.ALL", "deals." + operation.scope}) {
                mustBeLetIn(operation, "Deals", LOCKS + ofLocks, MODULES + ofModule);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNeitherHalfAlone(Operation operation) {
        mustBeRefused(operation, "Deals", LOCKS + "ALL", LOCKS + operation.scope);
        mustBeRefused(operation, "Deals", MODULES + "ALL", MODULES + "deals.ALL", MODULES + "deals." + operation.scope);
        mustBeRefused(operation, "Deals");
        mustBeRefused(operation, "Deals", "ZohoCRM.settings.ALL", "lockkeeper.admin", "lockkeeper.locks.read");
    }

    @ParameterizedTest
    @EnumSource
    void takesNoOtherOperation(Operation operation) {
        for (String other : new String[] {"READ", "CREATE", "UPDATE", "DELETE", "WRITE"}) {
            if (!other.equals(operation.scope)) {
                mustBeRefused(operation, "Deals", LOCKS + other, MODULES + "ALL");
                mustBeRefused(operation, "Deals", LOCKS + "ALL", MODULES + "deals." + other);
                mustBeRefused(operation, "Deals", LOCKS + "ALL", MODULES + other);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNoScopeOfAnotherModule(Operation operation) {
        mustBeRefused(operation, "Leads", LOCKS + "ALL", MODULES + "deals.ALL", MODULES + "Locking_Information__s.ALL");
        mustBeRefused(operation, "Deals", LOCKS + "ALL", MODULES + "deal.ALL", MODULES + "custom.ALL");
    }

    @ParameterizedTest
    @CsvSource({
        "Leads, leads",
        "Accounts, accounts",
        "Contacts, contacts",
        "Deals, deals",
        "Tasks, tasks",
        "Cases, cases",
        "Solutions, solutions",
        "Vendors, vendors",
        "Price_Books, pricebooks",
        "Quotes, quotes",
        "Sales_Orders, salesorders",
        "Purchase_Orders, purchaseorders",
        "Invoices, invoices",
        "Products, products"
    })
    void knowsTheModulesByTheirWordsInScopes(String module, String word) {
        mustBeLetIn(Operation.LIST, module, LOCKS + "READ", MODULES + word + ".READ");
    }

    @Test
    void doesNotKnowModulesByTheirApiNameInScopes() {
        mustBeRefused(Operation.LIST, "Price_Books", LOCKS + "READ", MODULES + "Price_Books.READ");
    }

    @Test
    void comparesWithoutCase() {
        mustBeLetIn(
                Operation.LIST,
                "PRICE_books",
                "zohocrm.MODULES.LockingInformation.read",
                "ZOHOCRM.modules.PriceBooks.All");
        mustBeLetIn(Operation.LOCK, "Invoices", "ZohoCRM.modules.lockinginformation.Create", "ZohoCRM.modules.All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "{module}", "%7Bmodule%7D", "deals.ALL%20ZohoCRM.modules", "."})
    void tellsOnlyAScopeForAllModulesThatAModuleDoesNotExist(String module) {
        String path = lockOf(module.replace("{", "%7b").replace("}", "%7d"), RECORD);
        String one = service.token(CALLER, LOCKS + "ALL", MODULES + "deals.ALL");
        Operation.LIST.of(service, one, path, "1").send().mustBe(401, "scope");

        String all = service.token(CALLER, LOCKS + "ALL", MODULES + "ALL");
        Operation.LIST.of(service, all, path, "1").send().mustBe(400, "invalid-module");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZohoCRM.settings.ALL", "ZohoCRM.settings.modules.ALL", "zohocrm.settings.MODULES.read"})
    void letsAScopeOfSettingsListModules(String scope) {
        assertThat(statusWith(scope, "/crm/v8/settings/modules")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZohoCRM.settings.ALL", "ZohoCRM.settings.fields.ALL", "ZohoCRM.settings.fields.READ"})
    void letsAScopeOfSettingsListFields(String scope) {
        assertThat(statusWith(scope, "/crm/v8/settings/fields?module=Deals")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZohoCRM.settings.READ",
                "ZohoCRM.settings.layouts.ALL",
                "ZohoCRM.modules.ALL",
                "ZohoCRM.settings.modules.CREATE"
            })
    void refusesMetadataToOtherScopes(String scope) {
        assertThat(statusWith(scope, "/crm/v8/settings/modules")).isEqualTo(401);
        assertThat(statusWith(scope, "/crm/v8/settings/fields?module=Deals")).isEqualTo(401);
    }

    @Test
    void keepsTheScopesOfModulesAndFieldsApart() {
        assertThat(statusWith("ZohoCRM.settings.fields.READ", "/crm/v8/settings/modules"))
                .isEqualTo(401);
        assertThat(statusWith("ZohoCRM.settings.modules.READ", "/crm/v8/settings/fields?module=Deals"))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/locks", "/api/v1/records/Deals/" + RECORD + "/history"})
    void managementTakesItsOwnScopeOnly(String path) {
        assertThat(statusWith("Lockkeeper.Locks.Read", path)).isEqualTo(200);

        String other = service.token(CALLER, LOCKS + "ALL", MODULES + "ALL", "lockkeeper.admin", "lockkeeper.locks");
        service.callWith(other, "GET", path).send().mustBeProblem(403, "Forbidden", "The access token lacks the scope");
    }

    private static void mustBeLetIn(Operation operation, String module, String... scopes) {
        Answer answer = on(operation, module, scopes);
        assertThat(answer.status()).as(String.join(" ", scopes)).isIn(200, 201, 204, 400, 403);
        service.stores.reset();
        service.configured("Deals", LockType.MANUAL);
    }

    private static void mustBeRefused(Operation operation, String module, String... scopes) {
        on(operation, module, scopes).mustBe(401, "scope");
        assertThat(service.locks()).isEmpty();
    }

    private static Answer on(Operation operation, String module, String... scopes) {
        return operation
                .of(service, service.token(CALLER, scopes), lockOf(module, RECORD), "1")
                .send();
    }

    private static int statusWith(String scope, String path) {
        return service.callWith(service.token(CALLER, scope), "GET", path)
                .send()
                .status();
    }
}
