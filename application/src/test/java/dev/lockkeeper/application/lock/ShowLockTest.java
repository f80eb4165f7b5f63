package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.OTHER_RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ShowLock.NoSuchLock;
import dev.lockkeeper.application.lock.ShowLock.NotLocked;
import dev.lockkeeper.application.lock.ShowLock.Query;
import dev.lockkeeper.application.lock.ShowLock.Shown;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowLockTest {

    private final LockingFixture given = new LockingFixture();
    private final ShowLock showLock = new ShowLock(given.targets, given.authority);

    @BeforeEach
    void letsPeopleAndRulesLockDeals() {
        given.configured("Deals", LockType.BOTH);
    }

    @Test
    void showsWhicheverLockTheRecordHas() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        given.locked("Deals", OTHER_RECORD, given.byRule);

        assertThat(showLock.execute(new Query(path("deals", RECORD), null)))
                .isEqualTo(new Shown(given.module("Deals"), new LockedRecord(lock, null), null));
    }

    @Test
    void showsTheLockThatIsAskedFor() {
        RecordLock lock = given.locked("Deals", RECORD, given.byRule);

        assertThat(showLock.execute(new Query(path("Deals", RECORD), lock.id().toString())))
                .isEqualTo(new Shown(given.module("Deals"), new LockedRecord(lock, null), null));
    }

    @Test
    void showsThatARecordIsNotLocked() {
        given.configured("Leads", LockType.MANUAL);
        given.locked("Deals", OTHER_RECORD, given.byOwner);
        given.locked("Leads", RECORD, given.byOwner);

        assertThat(showLock.execute(new Query(path("Deals", RECORD), null))).isEqualTo(new NotLocked(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "abc", "9223372036854775808", "1"})
    void findsNoLockUnderAnIdThatIsNone(String lockId) {
        given.locked("Deals", RECORD, given.byOwner);

        assertThat(showLock.execute(new Query(path("Deals", RECORD), lockId))).isEqualTo(new NoSuchLock());
        assertThat(showLock.execute(new Query(path("Deals", OTHER_RECORD), lockId)))
                .isEqualTo(new NoSuchLock());
    }

    @Test
    void findsNoLockUnderTheIdOfAnotherRecordsLock() {
        given.locked("Deals", RECORD, given.byOwner);
        RecordLock other = given.locked("Deals", OTHER_RECORD, given.byOwner);

        assertThat(showLock.execute(new Query(path("Deals", RECORD), other.id().toString())))
                .isEqualTo(new NoSuchLock());
    }

    @Test
    void refusesATargetThatIsNone() {
        assertThat(showLock.execute(new Query(path("Potentials", RECORD), null)))
                .isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(showLock.execute(new Query(path("Deals", "0"), null))).isEqualTo(TargetRefusal.INVALID_RECORD_ID);
        assertThat(showLock.execute(new Query(new RecordPath("Deals", RECORD, "Notes"), null)))
                .isEqualTo(TargetRefusal.UNKNOWN_RELATION);
        assertThat(showLock.execute(new Query(path("Leads", RECORD), null))).isEqualTo(TargetRefusal.NO_CONFIGURATION);
    }
}
