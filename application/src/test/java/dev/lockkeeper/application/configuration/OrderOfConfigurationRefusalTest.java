package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.faultOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Module, configuration, permission, body, state: what comes first is answered. */
class OrderOfConfigurationRefusalTest {

    private final ConfigurationFixture given = new ConfigurationFixture();
    private final String module = given.module.apiName();
    private final User stranger = given.stranger;

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void findsNoModuleThatNobodyCanName(String name) {
        assertThat(create(name, stranger, null)).isEqualTo(ConfigurationRefusal.UNKNOWN_MODULE);
        assertThat(change(name, "4711", stranger, null)).isEqualTo(ConfigurationRefusal.UNKNOWN_MODULE);
        assertThat(show(name, "4711", stranger)).isEqualTo(ConfigurationRefusal.UNKNOWN_MODULE);
        assertThat(delete(name, "4711", stranger)).isEqualTo(ConfigurationRefusal.UNKNOWN_MODULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Calls", "Events", "Campaigns", "Notes"})
    void supportsNoConfigurationOfAModuleThatCannotBeLocked(String name) {
        assertThat(create(name, stranger, null)).isEqualTo(ConfigurationRefusal.MODULE_NOT_SUPPORTED);
        assertThat(change(name, "4711", stranger, null)).isEqualTo(ConfigurationRefusal.MODULE_NOT_SUPPORTED);
        assertThat(show(name, "4711", stranger)).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
        assertThat(delete(name, "4711", stranger)).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    @Test
    void looksForTheConfigurationBeforeThePermission() {
        assertThat(change(module, "4711", stranger, null)).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
        assertThat(show(module, "4711", stranger)).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
        assertThat(delete(module, "4711", stranger)).isEqualTo(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
    }

    @Test
    void asksForThePermissionBeforeTheBodyAndTheState() {
        given.store.configurations().add(given.module.id(), LockingPolicy.manual(), true);

        assertThat(create(module, stranger, null)).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
        assertThat(create(module, stranger, Draft.of("none"))).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
        assertThat(change(module, given.id(), stranger, null)).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
        assertThat(change(module, null, stranger, Draft.empty())).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
        assertThat(show(module, null, stranger)).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
        assertThat(show(module, given.id(), stranger)).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
        assertThat(delete(module, given.id(), stranger)).isEqualTo(ConfigurationRefusal.NOT_PERMITTED);
    }

    @Test
    void judgesTheBodyBeforeTheState() {
        given.store.configurations().add(given.module.id(), LockingPolicy.manual(), true);

        assertThat(create(module, given.caller, null)).isEqualTo(new CreateConfiguration.BodyRefused());
        assertThat(faultOf(create(module, given.caller, Draft.of("none")))).isEqualTo(OfKey.LOCK_TYPE_UNKNOWN);
        assertThat(create(module, given.caller, Draft.of("manual")))
                .isEqualTo(new CreateConfiguration.AlreadyConfigured());
        assertThat(change(module, given.id(), given.caller, null)).isEqualTo(new ChangeConfiguration.BodyRefused());
        assertThat(faultOf(change(module, given.id(), given.caller, Draft.of("none"))))
                .isEqualTo(OfKey.LOCK_TYPE_UNKNOWN);
        assertThat(change(module, given.id(), given.caller, Draft.empty()))
                .isEqualTo(new ChangeConfiguration.SystemDefined());
    }

    private CreateConfiguration.Outcome create(String name, User caller, @Nullable Draft draft) {
        return new CreateConfiguration(given.targets, given.store.configurations(), given.store.profiles(), given.clock)
                .execute(new CreateConfiguration.Command(name, caller, draft == null ? null : draft.sent()));
    }

    private ChangeConfiguration.Outcome change(String name, @Nullable String id, User caller, @Nullable Draft draft) {
        return new ChangeConfiguration(given.targets, given.store.configurations(), given.store.profiles(), given.clock)
                .execute(new ChangeConfiguration.Command(name, id, caller, draft == null ? null : draft.sent()));
    }

    private ShowConfiguration.Outcome show(String name, @Nullable String id, User caller) {
        return new ShowConfiguration(given.targets).execute(new ShowConfiguration.Query(name, id, caller));
    }

    private DeleteConfiguration.Outcome delete(String name, String id, User caller) {
        return new DeleteConfiguration(given.targets, given.store.configurations(), given.clock)
                .execute(new DeleteConfiguration.Command(name, List.of(id), caller));
    }
}
