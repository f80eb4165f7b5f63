package dev.lockkeeper.application.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.installation.InitializeInstallation.Command;
import dev.lockkeeper.application.installation.InitializeInstallation.Outcome;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.installation.InMemoryInstallation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitializeInstallationTest {

    private static final AccessToken TOKEN = new AccessToken("first.token");
    private static final AccessToken OTHER_TOKEN = new AccessToken("second.token");

    private final InMemoryModules modules = new InMemoryModules();
    private final Catalog catalog = Catalog.standard();
    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
    private final InMemoryConfigurations configurations = new InMemoryConfigurations();
    private final InitializeInstallation initializeInstallation = new InitializeInstallation(
            new InMemoryInstallation(accessTokens, configurations),
            modules,
            Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void givesAFreshStoreAnAdministratorWhoMayDoEverythingForever() {
        assertThat(initializeInstallation.execute(new Command(TOKEN, false))).isEqualTo(Outcome.INITIALIZED);

        Grant grant = accessTokens.find(TOKEN).orElseThrow();
        assertThat(grant.expiresAt()).isNull();
        assertThat(grant.user().name()).isEqualTo("Administrator");
        assertThat(grant.user().portal()).isFalse();
        assertThat(grant.user().profile().permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void givesTheAdministratorEveryScope() {
        initializeInstallation.execute(new Command(TOKEN, false));

        assertThat(accessTokens.find(TOKEN).orElseThrow().scopes())
                .containsExactlyInAnyOrder(
                        new Scope("ZohoCRM.modules.ALL"),
                        new Scope("ZohoCRM.modules.lockinginformation.ALL"),
                        new Scope("ZohoCRM.settings.ALL"),
                        new Scope("lockkeeper.admin"),
                        new Scope("lockkeeper.records.write"),
                        new Scope("lockkeeper.locks.read"),
                        new Scope("lockkeeper.decisions"));
    }

    @Test
    void letsEverySupportedModuleBeLockedByHandWhenAskedTo() {
        initializeInstallation.execute(new Command(TOKEN, true));

        assertThat(catalog.modules()).allSatisfy(module -> {
            if (module.lockable()) {
                assertThat(configurations.find(module.id()))
                        .map(LockingConfiguration::lockType)
                        .hasValue(LockType.MANUAL);
            } else {
                assertThat(configurations.find(module.id())).isEmpty();
            }
        });
        assertThat(catalog.modules()).filteredOn(this::isConfigured).hasSize(14);
    }

    @Test
    void letsCustomModulesBeLockedByHandToo() {
        modules.add(new NewModule("Visits", "Visits", List.of()));

        initializeInstallation.execute(new Command(TOKEN, true));

        assertThat(modules.find("Visits").filter(this::isConfigured)).isPresent();
    }

    @Test
    void configuresNoModuleUnlessAskedTo() {
        initializeInstallation.execute(new Command(TOKEN, false));

        assertThat(catalog.modules()).noneMatch(this::isConfigured);
    }

    @Test
    void leavesAStoreThatHasATokenAsItIs() {
        initializeInstallation.execute(new Command(TOKEN, false));
        Grant grant = accessTokens.find(TOKEN).orElseThrow();

        assertThat(initializeInstallation.execute(new Command(OTHER_TOKEN, true)))
                .isEqualTo(Outcome.ALREADY_INITIALIZED);
        assertThat(initializeInstallation.execute(new Command(TOKEN, true))).isEqualTo(Outcome.ALREADY_INITIALIZED);

        assertThat(accessTokens.find(TOKEN)).hasValue(grant);
        assertThat(accessTokens.find(OTHER_TOKEN)).isEmpty();
        assertThat(catalog.modules()).noneMatch(this::isConfigured);
    }

    private boolean isConfigured(CrmModule module) {
        return configurations.find(module.id()).isPresent();
    }
}
