package dev.lockkeeper.domain.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Installation} does. Each test wants an empty store. */
public interface InstallationContract {

    Installation installation();

    AccessTokens accessTokens();

    /** Takes every access token away, and nothing else, as an operator may who has lost them. */
    void removeAccessTokens();

    Configurations configurations();

    @Test
    default void givesAnEmptyStoreItsFirstUserTokenAndConfigurations() {
        FirstRun firstRun = firstRun("first.token");

        assertThat(installation().initialize(firstRun)).isTrue();

        Grant grant = accessTokens().find(firstRun.token()).orElseThrow();
        assertThat(grant.user().name()).isEqualTo("Administrator");
        assertThat(grant.user().portal()).isFalse();
        assertThat(grant.user().profile().name()).isEqualTo("Administrator");
        assertThat(grant.user().profile().permissions()).isEqualTo(firstRun.permissions());
        assertThat(grant.scopes()).isEqualTo(firstRun.scopes());
        assertThat(grant.expiresAt()).isNull();
        for (ModuleId module : firstRun.manuallyLocked()) {
            assertThat(configurations().find(module))
                    .map(LockingConfiguration::lockType)
                    .contains(LockType.MANUAL);
        }
    }

    @Test
    default void leavesAStoreWithATokenAsItIs() {
        installation().initialize(firstRun("first.token"));

        assertThat(installation().initialize(firstRun("second.token"))).isFalse();

        assertThat(accessTokens().find(new AccessToken("second.token"))).isEmpty();
    }

    @Test
    default void makesAnotherTokenWhereAllWereTakenAway() {
        installation().initialize(firstRun("first.token"));
        removeAccessTokens();

        assertThat(installation().initialize(firstRun("second.token"))).isTrue();

        assertThat(accessTokens().find(new AccessToken("second.token"))).isPresent();
    }

    @Test
    default void isDoneByOneOfManyAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> installation().initialize(firstRun("token." + i)))
                    .toList();

            int done = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }

            assertThat(done).isEqualTo(1);
        }
    }

    private static FirstRun firstRun(String token) {
        return new FirstRun(
                "Administrator",
                Set.of(Permission.values()),
                new AccessToken(token),
                Set.of(new Scope("ZohoCRM.modules.ALL"), new Scope("lockkeeper.admin")),
                Set.of(module("Leads"), module("Deals")),
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static ModuleId module(String apiName) {
        return Catalog.standard().find(apiName).orElseThrow().id();
    }
}
