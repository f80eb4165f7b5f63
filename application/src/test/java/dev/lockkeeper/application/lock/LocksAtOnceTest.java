package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_REASON;
import static dev.lockkeeper.application.lock.LockingFixture.REASON;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.InMemoryQueuedLocks;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocksAtOnceTest {

    private static final RecordPath DEAL = path("Deals", RECORD);

    private final LockingFixture given = new LockingFixture();
    private final LocksAtOnce atOnce =
            new LocksAtOnce(given.targets, new InMemoryQueuedLocks(given.locks), given.clock);
    private final RecordKey deal = given.key("Deals", RECORD);

    private static <O> Optional<O> ended(CompletionStage<Optional<O>> stage) {
        return stage.toCompletableFuture().join();
    }

    private Optional<LockRecord.Outcome> lock(RecordPath path, User caller, @Nullable LockReason reason) {
        return ended(atOnce.lock(new LockRecord.Command(path, caller, reason)));
    }

    private Optional<UnlockRecord.Outcome> unlock(RecordPath path, String lock, User caller) {
        return ended(atOnce.unlock(new UnlockRecord.Command(path, lock, caller)));
    }

    private Optional<ChangeLockReason.Outcome> change(
            RecordPath path, String lock, User caller, @Nullable LockReason reason) {
        return ended(atOnce.changeReason(new ChangeLockReason.Command(path, lock, caller, reason)));
    }

    private Optional<ShowLock.Outcome> show(RecordPath path, @Nullable String lock) {
        return ended(atOnce.show(new ShowLock.Query(path, lock)));
    }

    @Test
    void locksARecordAndFindsItLocked() {
        given.configured("Deals", LockType.MANUAL);

        assertThat(lock(DEAL, given.owner, REASON)).containsInstanceOf(LockRecord.Locked.class);

        assertThat(given.lock(deal)).hasValueSatisfying(lock -> {
            assertThat(lock.origin()).isEqualTo(given.byOwner);
            assertThat(lock.lockedAt()).isEqualTo(NOW);
        });
        assertThat(lock(DEAL, given.colleague, REASON)).contains(new LockRecord.AlreadyLocked());
    }

    @Test
    void givesALockAnotherReasonAndEndsIt() {
        given.configured("Deals", LockType.MANUAL);
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        String id = lock.id().toString();

        assertThat(change(DEAL, id, given.colleague, OTHER_REASON)).containsInstanceOf(ChangeLockReason.Changed.class);
        assertThat(given.lock(deal).map(RecordLock::origin))
                .contains(new LockOrigin.Manual(given.owner.ref(), OTHER_REASON));
        assertThat(change(DEAL, "1", given.owner, OTHER_REASON)).contains(new ChangeLockReason.NoSuchLock());
        assertThat(change(DEAL, id, given.stranger, REASON)).contains(new ChangeLockReason.NotPermitted());

        assertThat(unlock(DEAL, id, given.stranger)).contains(new UnlockRecord.NotPermitted());
        assertThat(unlock(DEAL, id, given.owner)).containsInstanceOf(UnlockRecord.Unlocked.class);
        assertThat(given.lock(deal)).isEmpty();
        assertThat(unlock(DEAL, id, given.owner)).contains(new UnlockRecord.NoSuchLock());
    }

    @Test
    void leavesARulesLockToTheRule() {
        given.configured("Deals", LockType.BOTH);
        String id = given.locked("Deals", RECORD, given.byRule).id().toString();

        assertThat(unlock(DEAL, id, given.owner)).contains(new UnlockRecord.HeldByRule());
        assertThat(change(DEAL, id, given.owner, REASON)).contains(new ChangeLockReason.HeldByRule());
    }

    @Test
    void showsALockOrThatThereIsNone() {
        given.configured("Deals", LockType.MANUAL);
        assertThat(show(DEAL, null)).contains(new ShowLock.NotLocked(null));

        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(show(DEAL, null))
                .containsInstanceOf(ShowLock.Shown.class)
                .get()
                .extracting(shown -> ((ShowLock.Shown) shown).locked().lock())
                .isEqualTo(lock);
        assertThat(show(DEAL, lock.id().toString())).containsInstanceOf(ShowLock.Shown.class);
        assertThat(show(DEAL, "1")).contains(new ShowLock.NoSuchLock());
    }

    static RecordPath[] unusual() {
        return new RecordPath[] {
            path("Potentials", RECORD),
            path("Locking_Information__s", RECORD),
            path("Deals", "007"),
            new RecordPath("Deals", RECORD, "Notes"),
            new RecordPath("Deals", RECORD, "Leads"),
            path("Leads", RECORD),
            path("Contacts", RECORD),
        };
    }

    /** Where there is no such target, no configuration, or one that does not let people lock. */
    @ParameterizedTest
    @MethodSource("unusual")
    void leavesToOthersWhatIsNotUsual(RecordPath path) {
        given.configured("Deals", LockType.MANUAL);
        given.configured("Contacts", LockType.AUTOMATIC);

        assertThat(lock(path, given.owner, REASON)).isEmpty();
        assertThat(unlock(path, "1", given.owner)).isEmpty();
        assertThat(change(path, "1", given.owner, REASON)).isEmpty();
        assertThat(show(path, null)).isEmpty();
    }

    @Test
    void leavesToOthersWhomToRefuse() {
        given.configured("Deals", LockType.MANUAL);

        assertThat(lock(DEAL, given.stranger, REASON)).isEmpty();
        assertThat(lock(DEAL, given.owner, null)).isEmpty();
        assertThat(unlock(DEAL, "none", given.owner)).isEmpty();
        assertThat(change(DEAL, "none", given.owner, REASON)).isEmpty();
        assertThat(change(DEAL, "1", given.owner, null)).isEmpty();
        assertThat(given.lock(deal)).isEmpty();
    }

    @Test
    void leavesToOthersWhatTheConfigurationMeansThatWasChangedMeanwhile() {
        given.configured("Deals", LockType.MANUAL);
        InMemoryLocks elsewhere = new InMemoryLocks(new InMemoryConfigurations());

        LocksAtOnce outdated = new LocksAtOnce(given.targets, new InMemoryQueuedLocks(elsewhere), given.clock);

        assertThat(ended(outdated.lock(new LockRecord.Command(DEAL, given.owner, REASON))))
                .isEmpty();
        assertThat(elsewhere.find(deal)).isEmpty();
    }
}
