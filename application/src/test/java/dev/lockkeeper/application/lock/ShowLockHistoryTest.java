package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_REASON;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ShowLockHistory.InvalidRecordId;
import dev.lockkeeper.application.lock.ShowLockHistory.Query;
import dev.lockkeeper.application.lock.ShowLockHistory.Shown;
import dev.lockkeeper.application.lock.ShowLockHistory.UnknownModule;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowLockHistoryTest {

    private final LockingFixture given = new LockingFixture();
    private final ShowLockHistory showLockHistory = new ShowLockHistory(given.modules, given.locks);

    @BeforeEach
    void letsPeopleAndRulesLockDeals() {
        given.configured("Deals", LockType.BOTH);
    }

    @Test
    void showsWhatHappenedToARecordsLocksOldestFirst() {
        List<LockEvent> events = lockedChangedAndUnlocked();
        given.locked("Deals", OTHER_RECORD, given.byOwner);

        assertThat(events)
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.REASON_CHANGED, LockEvent.Kind.UNLOCKED);
        assertThat(history("deals", Revision.NONE, 10)).isEqualTo(new Shown(events, false));
    }

    @Test
    void showsAnEmptyHistoryOfARecordThatWasNeverLocked() {
        assertThat(history("Deals", Revision.NONE, 10)).isEqualTo(new Shown(List.of(), false));
    }

    @Test
    void outlivesTheModulesConfiguration() {
        List<LockEvent> events = lockedChangedAndUnlocked();
        given.configurations.remove(given.module("Deals").id());

        assertThat(history("Deals", Revision.NONE, 10)).isEqualTo(new Shown(events, false));
    }

    @Test
    void tellsWhetherMoreFollowsAndGoesOnFromThere() {
        List<LockEvent> events = lockedChangedAndUnlocked();

        assertThat(history("Deals", Revision.NONE, 2)).isEqualTo(new Shown(events.subList(0, 2), true));
        assertThat(history("Deals", events.get(1).revision(), 2)).isEqualTo(new Shown(events.subList(2, 3), false));
        assertThat(history("Deals", events.getLast().revision(), 2)).isEqualTo(new Shown(List.of(), false));
    }

    @Test
    void promisesNoMoreWhenTheLastPageIsFull() {
        List<LockEvent> events = lockedChangedAndUnlocked();

        assertThat(history("Deals", Revision.NONE, 3)).isEqualTo(new Shown(events, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void refusesAModuleThatNobodyCanName(String module) {
        assertThat(history(module, Revision.NONE, 10)).isEqualTo(new UnknownModule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "-1", "abc", "9223372036854775808"})
    void refusesWhatIsNoRecordId(String record) {
        assertThat(showLockHistory.execute(new Query("Deals", record, Revision.NONE, 10)))
                .isEqualTo(new InvalidRecordId());
    }

    private ShowLockHistory.Outcome history(String module, Revision after, int limit) {
        return showLockHistory.execute(new Query(module, RECORD, after, limit));
    }

    private List<LockEvent> lockedChangedAndUnlocked() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        ManualChange change = new ManualChange(lock.key(), lock.id(), given.owner, NOW);
        given.locks.changeReason(change, OTHER_REASON);
        given.locks.release(change);
        return given.history(lock.key());
    }
}
