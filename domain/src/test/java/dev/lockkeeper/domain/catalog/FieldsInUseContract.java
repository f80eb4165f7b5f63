package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome.FieldInUse;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome.Replaced;
import dev.lockkeeper.domain.configuration.ChangeOutcome;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.CreateOutcome;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Modules} does with the fields that a locking configuration uses. */
public interface FieldsInUseContract {

    Modules modules();

    /** The same store, with the configurations that use fields. */
    RulesStore store();

    @Test
    default void keepsTheFieldsThatTheModulesConfigurationUses() {
        CrmModule module = added("City", "Fee", "Note");
        configured(module, "City", "Fee");
        NewField cityAsNumber = new NewField("City", "City", FieldType.INTEGER, false);

        assertThat(replacing(module, field("Fee"))).isEqualTo(new FieldInUse("City"));
        assertThat(replacing(module, field("City"))).isEqualTo(new FieldInUse("Fee"));
        assertThat(replacing(module)).isEqualTo(new FieldInUse("City"));
        assertThat(replacing(module, cityAsNumber, field("Fee"))).isEqualTo(new FieldInUse("City"));
        assertThat(replacing(module, field("CITY"), field("Fee"))).isEqualTo(new FieldInUse("City"));
        assertThat(replacing(module, field("owner"))).isEqualTo(new ReplaceFieldsOutcome.FieldNameTaken("owner"));
        assertThat(modules().catalog().find(module.id())).hasValue(module);
    }

    @Test
    default void changesAroundTheFieldsThatTheModulesConfigurationUses() {
        CrmModule module = added("City", "Fee", "Note");
        configured(module, "City", "Fee");

        CrmModule after =
                replaced(module, field("Rooms"), field("Fee"), new NewField("City", "Town", FieldType.TEXT, true));

        assertThat(after.addedFields()).extracting(CrmField::apiName).containsExactly("Rooms", "Fee", "City");
        assertThat(after.findField("City")).map(CrmField::label).hasValue("Town");
    }

    @Test
    default void letsFieldsGoThatOnlyOtherModulesOrDeletedConfigurationsUse() {
        CrmModule module = added("City", "Fee");
        CrmModule other = added("City", "Fee");
        configured(other, "City", "Fee");
        ConfigurationId deleted = configured(module, "City", "Fee");
        store().configurations().delete(deleted, store().user(), RulesSteps.NOON);

        assertThat(replaced(module).addedFields()).isEmpty();
        assertThat(replacing(other)).isEqualTo(new FieldInUse("City"));
    }

    /** A draft is judged by the fields of one moment, and stored in another. */
    @Test
    default void letsNoConfigurationUseAFieldThatHasGone() {
        CrmModule module = added("City", "Fee", "Note");
        LockingPolicy policy = policy(module, "City", "Fee");
        replaced(module, field("City"));
        User user = store().user();

        assertThat(store().configurations().create(module.id(), policy, null, user, RulesSteps.NOON))
                .isEqualTo(new CreateOutcome.Outdated());
        store().configurations().create(module.id(), LockingPolicy.manual(), null, user, RulesSteps.NOON);
        assertThat(store().configurations().create(module.id(), policy, null, user, RulesSteps.NOON))
                .isEqualTo(new CreateOutcome.AlreadyConfigured());
        LockingConfiguration current =
                store().configurations().find(module.id()).orElseThrow();
        assertThat(store().configurations().change(current.rulesVersion(), policy, null, user, RulesSteps.NOON))
                .isEqualTo(new ChangeOutcome.Outdated());
        assertThat(store().configurations().find(module.id())).hasValue(current);
    }

    /** Gives a module a configuration whose rule asks for one field, and which excludes the other. */
    private ConfigurationId configured(CrmModule module, String asked, String excluded) {
        CreateOutcome outcome = store().configurations()
                .create(module.id(), policy(module, asked, excluded), null, store().user(), RulesSteps.NOON);
        return ((CreateOutcome.Created) outcome).id();
    }

    private LockingPolicy policy(CrmModule module, String asked, String excluded) {
        LockingRule rule = new LockingRule(
                store().configurations().newRuleId(), "a rule", false, Policies.read(module, asked, "equal", "x"));
        FieldId excludedId = module.findField(excluded).orElseThrow().id();
        LockingPolicy usual = LockingPolicy.manual();
        // Rules that rest while people alone lock come into force again, so their fields are used all the same.
        return new LockingPolicy(
                LockType.MANUAL,
                List.of(rule),
                usual.lockedFor(),
                List.of(),
                List.of(new FieldRef(excludedId, excluded)),
                usual.restrictedActions(),
                List.of(),
                List.of(),
                true);
    }

    private ReplaceFieldsOutcome replacing(CrmModule module, NewField... fields) {
        return modules().replaceAddedFields(module.id(), List.of(fields));
    }

    private CrmModule added(String... fields) {
        NewModule module = new NewModule(
                "Module_" + UUID.randomUUID().toString().replace('-', '_'),
                "Label",
                Stream.of(fields).map(FieldsInUseContract::field).toList());
        return ((AddModuleOutcome.Added) modules().add(module)).module();
    }

    private CrmModule replaced(CrmModule module, NewField... fields) {
        return ((Replaced) replacing(module, fields)).module();
    }

    private static NewField field(String apiName) {
        return new NewField(apiName, apiName, FieldType.TEXT, false);
    }
}
