package dev.lockkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.catalog.ReplaceModuleFields.Command;
import dev.lockkeeper.application.catalog.ReplaceModuleFields.FieldInUse;
import dev.lockkeeper.application.catalog.ReplaceModuleFields.FieldNameTaken;
import dev.lockkeeper.application.catalog.ReplaceModuleFields.FieldsRefused;
import dev.lockkeeper.application.catalog.ReplaceModuleFields.NotPermitted;
import dev.lockkeeper.application.catalog.ReplaceModuleFields.Replaced;
import dev.lockkeeper.application.catalog.ReplaceModuleFields.UnknownModule;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaceModuleFieldsTest {

    private static final User ADMINISTRATOR = Callers.ADMINISTRATOR;
    private static final User OTHER = Callers.OTHER;
    private static final List<NewField> CITY = List.of(field("City"));

    private final InMemoryModules modules = new InMemoryModules();
    private final ReplaceModuleFields replaceModuleFields = new ReplaceModuleFields(modules);

    @ParameterizedTest
    @ValueSource(strings = {"Deals", "dEALS", "Calls"})
    void givesAModuleFieldsInPlaceOfThoseAddedBefore(String module) {
        replaceModuleFields.execute(new Command(ADMINISTRATOR, module, List.of(field("Region"))));

        assertThat(replaceModuleFields.execute(new Command(ADMINISTRATOR, module, List.of(field("Town")))))
                .isInstanceOfSatisfying(Replaced.class, replaced -> {
                    assertThat(replaced.module().addedFields()).hasSize(1);
                    assertThat(modules.find(module)).hasValue(replaced.module());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void refusesAModuleThatNobodyCanName(String module) {
        assertThat(replaceModuleFields.execute(new Command(ADMINISTRATOR, module, CITY)))
                .isEqualTo(new UnknownModule());
    }

    @Test
    void refusesAModuleThatTheStoreDoesNotKnowOfAnyMore() {
        assertThat(new ReplaceModuleFields(new Forgetful()).execute(new Command(ADMINISTRATOR, "Deals", CITY)))
                .isEqualTo(new UnknownModule());
    }

    @Test
    void refusesTheNameOfAStandardField() {
        assertThat(replaceModuleFields.execute(new Command(ADMINISTRATOR, "Deals", List.of(field("AMOUNT")))))
                .isEqualTo(new FieldNameTaken("AMOUNT"));
        assertThat(modules.catalog()).isSameAs(Catalog.standard());
    }

    @Test
    void judgesModulePermissionFieldsAndNamesInThisOrder() {
        assertThat(replaceModuleFields.execute(new Command(OTHER, "Potentials", null)))
                .isEqualTo(new UnknownModule());
        assertThat(replaceModuleFields.execute(new Command(OTHER, "Deals", null)))
                .isEqualTo(new NotPermitted());
        assertThat(replaceModuleFields.execute(new Command(OTHER, "Deals", CITY)))
                .isEqualTo(new NotPermitted());
        assertThat(replaceModuleFields.execute(new Command(ADMINISTRATOR, "Deals", null)))
                .isEqualTo(new FieldsRefused());
        assertThat(modules.catalog()).isSameAs(Catalog.standard());
    }

    @Test
    void refusesToTakeAwayWhatTheModulesConfigurationUses() {
        InMemoryRulesStore store = new InMemoryRulesStore();
        RulesSteps steps = new RulesSteps(store);
        steps.configured(steps.rule("Won", false));
        ReplaceModuleFields replacing = new ReplaceModuleFields(store.modules());
        String module = steps.module.apiName();

        assertThat(replacing.execute(new Command(ADMINISTRATOR, module, CITY))).isEqualTo(new FieldInUse("Stage"));
        assertThat(store.modules().find(module)).hasValue(steps.module);
        assertThat(replacing.execute(new Command(ADMINISTRATOR, module, List.of(field("Stage")))))
                .isInstanceOf(Replaced.class);
    }

    private static NewField field(String apiName) {
        return new NewField(apiName, apiName, FieldType.TEXT, false);
    }

    /** Remembers modules that its store has lost. */
    private static final class Forgetful implements Modules {

        @Override
        public Catalog catalog() {
            return Catalog.standard();
        }

        @Override
        public Optional<CrmModule> find(String apiName) {
            return catalog().find(apiName);
        }

        @Override
        public Optional<CrmModule> recall(String apiName) {
            return catalog().find(apiName);
        }

        @Override
        public AddModuleOutcome add(NewModule module) {
            return new AddModuleOutcome.NameTaken();
        }

        @Override
        public ReplaceFieldsOutcome replaceAddedFields(ModuleId module, List<NewField> fields) {
            return new ReplaceFieldsOutcome.NoSuchModule();
        }
    }
}
