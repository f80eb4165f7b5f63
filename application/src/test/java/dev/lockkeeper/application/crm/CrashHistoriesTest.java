package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.OTHER_REASON;
import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.Halts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Changes that are cut off at every boundary of their steps, with whatever can befall a call, by a process that never
 * comes back; another settles what it left.
 */
class CrashHistoriesTest {

    /** More boundaries than any change of this service has. */
    private static final int MOST_BOUNDARIES = 30;

    private static final int RANDOM_HISTORIES = 4000;
    /** Nobody waits for a process that will not come back. */
    private static final CrmSettings SETTINGS =
            new CrmSettings(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO);

    /** Longer than any lease, and any pause between two attempts to settle. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(3);

    private static final UserRef SOMEBODY = new UserRef(new UserId(4711), "Patricia Boyle");

    /** What the callers of one history were told. */
    private static final class Told {
        private final Set<LockId> locked = new HashSet<>();
        private final Set<LockId> unlocked = new HashSet<>();

        private void check(CrmFixture given, RecordAddress record, String history) {
            assertThat(given.agrees(record)).as(history).isTrue();
            assertThat(given.isOpen(record)).as(history).isFalse();
            Set<LockId> lasting = new HashSet<>(locked);
            lasting.removeAll(unlocked);
            // Only people in the CRM, of whom no history has any after this, take a lock away.
            RecordLock here = given.lockHere(record);
            assertThat(lasting).as(history).hasSizeLessThanOrEqualTo(1);
            lasting.forEach(lock -> assertThat(here)
                    .as(history)
                    .isNotNull()
                    .extracting(RecordLock::id)
                    .isEqualTo(lock));
        }
    }

    private enum Change {
        LOCK,
        UNLOCK,
        CHANGE_REASON
    }

    @Test
    void endsInAgreementWhereverAChangeIsCutOff() {
        for (Change change : Change.values()) {
            for (Trouble trouble : Trouble.values()) {
                for (boolean lockedByOther : new boolean[] {false, true}) {
                    for (int boundary = 0; boundary < MOST_BOUNDARIES; boundary++) {
                        cutOff(change, trouble, lockedByOther, boundary);
                    }
                }
            }
        }
    }

    private static void cutOff(Change change, Trouble trouble, boolean lockedByOther, int boundary) {
        String history = "%s, %s, other %s, boundary %d".formatted(change, trouble, lockedByOther, boundary);
        CrmFixture given = new CrmFixture(SETTINGS);
        RecordAddress record = given.deal();
        Told told = new Told();
        CrmFixture.ServiceProcess before = given.process();
        before.show(record);
        if (change != Change.LOCK) {
            tell(told, before.lock(record));
        } else if (lockedByOther) {
            given.crm.lockByHand(record, SOMEBODY, REASON);
        }
        Halts halts = new Halts(boundary);
        given.crm.next(trouble);
        run(given.process(halts), given, record, change, told);
        settle(given);
        told.check(given, record, history);
    }

    private static void tell(Told told, LockRecord.Outcome outcome) {
        if (outcome instanceof LockRecord.Locked(RecordLock lock)) {
            told.locked.add(lock.id());
        }
    }

    private static void run(
            CrmFixture.ServiceProcess process, CrmFixture given, RecordAddress record, Change change, Told told) {
        @Nullable RecordLock held = given.lockHere(record);
        LockId id = held == null ? new LockId(1) : held.id();
        try {
            switch (change) {
                case LOCK -> tell(told, process.lock(record));
                case CHANGE_REASON -> process.change(record, id, OTHER_REASON);
                case UNLOCK -> {
                    // From here on the lock may be gone, whatever the caller is told.
                    told.unlocked.add(id);
                    UnlockRecord.Outcome outcome = process.unlock(record, id);
                    assertThat(outcome).isNotNull();
                }
            }
        } catch (Halts.Halted e) {
            assertThat(e).hasMessage("Halted here");
        }
    }

    /** Time passes, and another process looks after everything that is left. */
    private static void settle(CrmFixture given) {
        CrmFixture.ServiceProcess after = given.process();
        for (int round = 0; round < 3; round++) {
            given.clock.pass(LONGEST_PAUSE);
            after.settleIntents.execute();
            after.refreshStaleRecords.execute();
            // A trouble that no call met yet befalls one of these.
            after.sweepLocks.execute();
        }
    }

    @Test
    void endsInAgreementAfterAnyRandomHistory() {
        Random seeds = TestSeed.random(CrashHistoriesTest.class);
        for (int i = 0; i < RANDOM_HISTORIES; i++) {
            history(seeds.nextLong());
        }
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static void history(long seed) {
        Random random = new Random(seed);
        CrmFixture given = new CrmFixture(SETTINGS);
        RecordAddress record = given.deal();
        given.process().show(record);
        Told told = new Told();
        StringBuilder history = new StringBuilder("seed " + seed);
        CrmFixture.ServiceProcess other = given.process();
        for (int step = 0; step < 6; step++) {
            Change change = oneOf(random, List.of(Change.values()));
            Trouble trouble = oneOf(random, List.of(Trouble.values()));
            int boundary = random.nextInt(MOST_BOUNDARIES);
            history.append(" | ")
                    .append(change)
                    .append(' ')
                    .append(trouble)
                    .append(' ')
                    .append(boundary);
            given.crm.next(trouble);
            run(given.process(new Halts(boundary)), given, record, change, told);
            if (random.nextBoolean()) {
                given.clock.pass(SETTINGS.lease().plusSeconds(1));
                Halts halts = new Halts(random.nextInt(MOST_BOUNDARIES));
                try {
                    given.process(halts).settleIntents.execute();
                    given.process(halts).sweepLocks.execute();
                } catch (Halts.Halted e) {
                    assertThat(halts.isHalted()).isTrue();
                }
            }
            if (random.nextInt(4) == 0) {
                other.refreshStaleRecords.execute();
            }
        }
        given.crm.next();
        settle(given);
        settle(given);
        told.check(given, record, history.toString());
    }
}
