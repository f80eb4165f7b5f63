package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link History} does. */
public interface HistoryContract {

    /** Before any part began. */
    Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    /** Days of the tests, each later than all before and than any clock. */
    AtomicLong DAYS = new AtomicLong(400_000);

    /** The history of {@link #locks}. */
    History history();

    Locks locks();

    LocksFixture given();

    private static Instant nextDay() {
        return Instant.EPOCH.plus(Duration.ofDays(DAYS.incrementAndGet()));
    }

    /** On a day of its own, as the part before is to end then. */
    private Instant begun() {
        Instant day = nextDay();
        assertThat(history().beginPart(day, day)).isTrue();
        return day;
    }

    private LocksSteps steps() {
        return new LocksSteps(locks(), given());
    }

    private RecordLock locked() {
        return steps().lockedBy(given().user());
    }

    private List<LockEvent.Kind> kinds(RecordLock lock) {
        return steps().history(lock).stream().map(LockEvent::kind).toList();
    }

    private Revision released(RecordLock lock) {
        ChangeOutcome outcome = locks().release(LocksSteps.by(given().user(Permission.LOCK), lock));
        return ((Changed) outcome).revision();
    }

    @Test
    default void tellsOneHistoryWhateverPartsItIsIn() {
        RecordLock lock = locked();
        begun();
        Revision last = released(lock);

        assertThat(kinds(lock)).containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED);
        assertThat(locks().history(lock.key(), lock.revision(), 1))
                .singleElement()
                .extracting(LockEvent::revision)
                .isEqualTo(last);
        assertThat(locks().history(lock.key(), Revision.NONE, 1))
                .singleElement()
                .extracting(LockEvent::kind)
                .isEqualTo(LockEvent.Kind.LOCKED);
    }

    @Test
    default void beginsAPartOnlyAfterItsTimeAndWhereThereIsSomethingToEnd() {
        locked();
        Instant day = begun();

        assertThat(history().beginPart(nextDay(), nextDay()))
                .as("nothing in it")
                .isFalse();
        locked();
        assertThat(history().beginPart(nextDay(), day.minusSeconds(1)))
                .as("too early")
                .isFalse();
        assertThat(history().beginPart(nextDay(), day)).isTrue();
    }

    @Test
    default void forgetsPartsThatHaveEndedAndKeepsWhatIsLocked() {
        User owner = given().user();
        RecordLock kept = locked();
        RecordLock gone = locked();
        released(gone);
        RecordLock owned = steps().lockedBy(owner);
        Instant ended = begun();
        Revision latest = locked().revision();

        history().forgetParts(ended.minusSeconds(1));
        assertThat(kinds(kept)).hasSize(1);
        assertThat(history().forgetParts(ended)).isPositive();
        assertThat(history().forgetParts(ended)).isZero();

        assertThat(kinds(gone)).isEmpty();
        assertThat(kinds(kept)).isEmpty();
        assertThat(LocksSteps.find(locks(), kept.key())).contains(kept);
        assertThat(locks().changeReason(LocksSteps.by(owner, owned), LocksContract.REASON))
                .isEqualTo(new Changed(latest.next()));
        assertThat(released(kept)).isEqualTo(latest.next().next());
        assertThat(kinds(kept)).containsExactly(LockEvent.Kind.UNLOCKED);
    }

    @Test
    default void neverForgetsTheLatestChange() {
        RecordLock lock = locked();
        Instant ended = begun();

        assertThat(history().forgetParts(ended.minusSeconds(1))).isNotNegative();
        assertThat(history().forgetParts(nextDay())).isNotNegative();
        assertThat(kinds(lock)).hasSize(1);

        released(lock);
        assertThat(history().forgetParts(ended)).isOne();
        assertThat(kinds(lock)).containsExactly(LockEvent.Kind.UNLOCKED);
    }

    /** Each part that ends is begun once and forgotten once, and no change is lost or given a revision twice. */
    @Test
    default void letsSeveralTendItWhileLocksChange() throws Exception {
        int few = 60;
        int many = 5_000;
        AtomicLong changes = new AtomicLong();
        LockingConfiguration configuration = given().configuration();
        User owner = given().user();
        RecordLock before = locked();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger writing = new AtomicInteger(2);
        Callable<Revision> writer = () -> {
            try {
                RecordKey key = given().record(configuration);
                Revision last = Revision.NONE;
                for (int i = 0; i < few || (begun.get() < 2 && i < many); i++) {
                    RecordLock lock = steps().locked(key, configuration, new Manual(owner.ref(), LocksContract.REASON));
                    assertThat(lock.revision()).isGreaterThan(last);
                    last = released(lock);
                    changes.addAndGet(2);
                }
                return last;
            } finally {
                writing.decrementAndGet();
            }
        };
        Callable<Revision> tender = () -> {
            while (writing.get() > 0) {
                Instant day = nextDay();
                if (history().beginPart(day, day)) {
                    begun.incrementAndGet();
                }
                history().forgetParts(day.minus(Duration.ofDays(2)));
            }
            return Revision.NONE;
        };
        Revision last = Revision.NONE;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Revision> each : threads.invokeAll(List.of(writer, writer, tender, tender))) {
                last = each.get().compareTo(last) > 0 ? each.get() : last;
            }
        }

        assertThat(begun).hasValueGreaterThan(1);
        assertThat(last).isEqualTo(new Revision(before.revision().value() + changes.get()));
        assertThat(locked().revision()).isEqualTo(last.next());
    }
}
