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
import dev.lockkeeper.domain.identity.Together;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
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

    Locks locks();

    /** Takes every configuration away, and nothing else, as if there had never been one. */
    void removeConfigurations();

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

    @Test
    default void notesWhoDecidesTheFirstTime() {
        assertThat(installation().decidedBy(Authority.CRM)).isEqualTo(Authority.CRM);
        assertThat(installation().decidedBy(Authority.LOCAL)).isEqualTo(Authority.CRM);

        installation().initialize(firstRun("first.token"));

        assertThat(installation().decidedBy(Authority.LOCAL)).isEqualTo(Authority.CRM);
    }

    @Test
    default void notesThatItDecidesItself() {
        assertThat(installation().decidedBy(Authority.LOCAL)).isEqualTo(Authority.LOCAL);
        assertThat(installation().decidedBy(Authority.CRM)).isEqualTo(Authority.LOCAL);
    }

    @Test
    default void takesAStoreWithAConfigurationForOneThatDecidesItself() {
        installation().initialize(firstRun("first.token"));

        assertThat(installation().decidedBy(Authority.CRM)).isEqualTo(Authority.LOCAL);
    }

    @Test
    default void takesAStoreWithALockForOneThatDecidesItself() {
        locked();
        removeConfigurations();

        assertThat(installation().decidedBy(Authority.CRM)).isEqualTo(Authority.LOCAL);
    }

    @Test
    default void takesAStoreWithAHistoryForOneThatDecidesItself() {
        NewLock lock = locked();
        locks().release(new ManualChange(
                lock.key(), locks().find(lock.key()).orElseThrow().lock().id(), administrator(), lock.at()));
        removeConfigurations();
        assertThat(locks().find(lock.key())).isEmpty();

        assertThat(installation().decidedBy(Authority.CRM)).isEqualTo(Authority.LOCAL);
    }

    @Test
    default void answersAllOfManyAlikeWhoDecides() {
        List<Authority> answers =
                Together.run(8, i -> installation().decidedBy(i % 2 == 0 ? Authority.CRM : Authority.LOCAL));

        assertThat(answers).containsOnly(installation().decidedBy(Authority.LOCAL));
    }

    private NewLock locked() {
        installation().initialize(firstRun("first.token"));
        LockingConfiguration configuration =
                configurations().find(module("Leads")).orElseThrow();
        NewLock lock = new NewLock(
                new RecordKey(configuration.module(), new RecordId(1)),
                new LockOrigin.Manual(administrator().ref(), new LockReason("a reason")),
                configuration.rulesVersion(),
                Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(locks().acquire(lock)).isInstanceOf(AcquireOutcome.Acquired.class);
        return lock;
    }

    private User administrator() {
        return accessTokens().find(new AccessToken("first.token")).orElseThrow().user();
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
