package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.REASON;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is recalled of configurations may have been changed by others. */
class StoreAuthorityTest {

    private final LockingFixture given = new LockingFixture();

    private LockRecord.Outcome lockRecalling(@Nullable LockingConfiguration recalled) {
        LockAuthority authority = new StoreAuthority(
                new RecalledConfigurations(given.configurations, recalled), given.locks, given.clock);
        return new LockRecord(new LockTargets(given.modules, authority), authority)
                .execute(new LockRecord.Command(path("Deals", RECORD), given.owner, REASON));
    }

    private void remove(LockingConfiguration configuration) {
        given.configurations.remove(configuration.module());
    }

    @Test
    void locksUnderTheConfigurationThatTookThePlaceOfTheOneRecalled() {
        LockingConfiguration recalled = given.configured("Deals", LockType.MANUAL);
        remove(recalled);
        LockingConfiguration present = given.configured("Deals", LockType.BOTH);

        assertThat(lockRecalling(recalled))
                .isInstanceOfSatisfying(
                        LockRecord.Locked.class,
                        locked -> assertThat(locked.lock().configuration()).isEqualTo(present.id()));
    }

    @Test
    void refusesWhereTheConfigurationRecalledIsGone() {
        LockingConfiguration recalled = given.configured("Deals", LockType.MANUAL);
        remove(recalled);

        assertThat(lockRecalling(recalled)).isEqualTo(TargetRefusal.NO_CONFIGURATION);
    }

    @Test
    void refusesWherePeopleMayNotLockAnyLonger() {
        LockingConfiguration recalled = given.configured("Deals", LockType.MANUAL);
        remove(recalled);
        given.configured("Deals", LockType.AUTOMATIC);

        assertThat(lockRecalling(recalled)).isEqualTo(new LockRecord.AutomaticOnly());
    }

    @Test
    void refusesNobodyForWhatIsOnlyRecalled() {
        LockingConfiguration recalled = given.configured("Deals", LockType.AUTOMATIC);
        remove(recalled);
        given.configured("Deals", LockType.MANUAL);

        assertThat(lockRecalling(recalled)).isInstanceOf(LockRecord.Locked.class);
    }
}
