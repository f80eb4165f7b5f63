package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_REASON;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.REASON;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.LockRecord.AlreadyLocked;
import dev.lockkeeper.application.lock.LockRecord.AutomaticOnly;
import dev.lockkeeper.application.lock.LockRecord.Command;
import dev.lockkeeper.application.lock.LockRecord.Locked;
import dev.lockkeeper.application.lock.LockRecord.NotPermitted;
import dev.lockkeeper.application.lock.LockRecord.ReasonRefused;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockRecordTest {

    private final LockingFixture given = new LockingFixture();
    private final LockRecord lockRecord = new LockRecord(given.targets, given.authority);
    private final RecordKey deal = given.key("Deals", RECORD);

    @ParameterizedTest
    @EnumSource(names = {"MANUAL", "BOTH"})
    void locksARecordNowForTheCallerUnderTheModulesConfiguration(LockType lockType) {
        LockingConfiguration configuration = given.configured("Deals", lockType);

        LockRecord.Outcome outcome = lockRecord.execute(new Command(path("Deals", RECORD), given.owner, REASON));

        assertThat(outcome).isInstanceOfSatisfying(Locked.class, locked -> {
            RecordLock lock = locked.lock();
            assertThat(lock.key()).isEqualTo(deal);
            assertThat(lock.origin()).isEqualTo(given.byOwner);
            assertThat(lock.configuration()).isEqualTo(configuration.id());
            assertThat(lock.lockedAt()).isEqualTo(NOW);
            assertThat(given.lock(deal)).hasValue(lock);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Locking_Information__s", "Locking_Information__S", "locking_information__s"})
    void findsModuleAndRelationInAnyCase(String relation) {
        given.configured("Deals", LockType.MANUAL);

        lockRecord.execute(new Command(new RecordPath("dEALS", RECORD, relation), given.owner, REASON));

        assertThat(given.lock(deal)).isPresent();
    }

    @Test
    void locksARecordAgainThatWasUnlockedAndOthersOfItsModule() {
        given.configured("Deals", LockType.MANUAL);
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        new UnlockRecord(given.targets, given.authority, given.clock)
                .execute(new UnlockRecord.Command(
                        path("Deals", RECORD), lock.id().toString(), given.owner));

        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.colleague, REASON)))
                .isInstanceOf(Locked.class);
        assertThat(lockRecord.execute(new Command(path("Deals", OTHER_RECORD), given.colleague, REASON)))
                .isInstanceOf(Locked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void refusesAModuleThatNobodyCanName(String module) {
        assertRefused(path(module, RECORD), TargetRefusal.UNKNOWN_MODULE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "-1", "abc", "9223372036854775808"})
    void refusesWhatIsNoRecordId(String record) {
        assertRefused(path("Deals", record), TargetRefusal.INVALID_RECORD_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Notes", "Locking_Information", ""})
    void refusesAnyOtherRelation(String relation) {
        assertRefused(new RecordPath("Deals", RECORD, relation), TargetRefusal.UNKNOWN_RELATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Leads", "Calls"})
    void refusesAModuleWithoutConfiguration(String module) {
        assertRefused(path(module, RECORD), TargetRefusal.NO_CONFIGURATION);
    }

    @Test
    void refusesARecordWhoseConfigurationIsDeletedMeanwhile() {
        given.configured("Deals", LockType.MANUAL);
        InMemoryLocks forgetful = new InMemoryLocks(new InMemoryConfigurations());

        assertThat(new LockRecord(given.targets, new StoreAuthority(given.configurations, forgetful, given.clock))
                        .execute(new Command(path("Deals", RECORD), given.owner, REASON)))
                .isEqualTo(TargetRefusal.NO_CONFIGURATION);
        assertThat(forgetful.find(deal)).isEmpty();
    }

    @Test
    void refusesACallerWithoutThePermissionToLock() {
        given.configured("Deals", LockType.MANUAL);

        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.stranger, REASON)))
                .isEqualTo(new NotPermitted());
        assertThat(given.lock(deal)).isEmpty();
    }

    @Test
    void refusesACommandWithoutAReason() {
        given.configured("Deals", LockType.MANUAL);

        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.owner, null)))
                .isEqualTo(new ReasonRefused());
        assertThat(given.lock(deal)).isEmpty();
    }

    @Test
    void refusesAModuleThatOnlyRulesLock() {
        given.configured("Deals", LockType.AUTOMATIC);

        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.owner, REASON)))
                .isEqualTo(new AutomaticOnly());
        assertThat(given.lock(deal)).isEmpty();
    }

    @Test
    void refusesASecondLockOfTheSameRecord() {
        given.configured("Deals", LockType.BOTH);
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.owner, OTHER_REASON)))
                .isEqualTo(new AlreadyLocked());
        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.colleague, OTHER_REASON)))
                .isEqualTo(new AlreadyLocked());
        assertThat(given.lock(deal)).hasValue(lock);
    }

    @Test
    void refusesARecordThatARuleHasLocked() {
        given.configured("Deals", LockType.BOTH);
        RecordLock lock = given.locked("Deals", RECORD, given.byRule);

        assertThat(lockRecord.execute(new Command(path("Deals", RECORD), given.owner, REASON)))
                .isEqualTo(new AlreadyLocked());
        assertThat(given.lock(deal)).hasValue(lock);
    }

    private void assertRefused(RecordPath path, TargetRefusal refusal) {
        given.configured("Deals", LockType.BOTH);
        assertThat(lockRecord.execute(new Command(path, given.owner, REASON))).isEqualTo(refusal);
        assertThat(given.lock(deal)).isEmpty();
    }
}
