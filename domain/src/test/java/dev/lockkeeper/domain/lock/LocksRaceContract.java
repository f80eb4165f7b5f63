package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Locks} does with many callers at once. Seeded: {@link TestSeed}. */
public interface LocksRaceContract {

    int CALLERS = 8;

    Locks locks();

    LocksFixture given();

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(
                    IntStream.range(0, callers).mapToObj(i -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    default void givesOneRecordToOneOfManyCallers() throws Exception {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        for (int round = 0; round < 10; round++) {
            RecordKey key = given().record(configuration);
            NewLock lock = new NewLock(
                    key, new Manual(owner.ref(), LocksContract.REASON), configuration.rulesVersion(), Instant.EPOCH);

            List<AcquireOutcome> outcomes = atOnce(CALLERS, () -> locks().acquire(lock));

            assertThat(outcomes).filteredOn(Acquired.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(new AlreadyHeld()::equals).hasSize(CALLERS - 1);
            assertThat(locks().history(key, Revision.NONE, 10)).hasSize(1);
        }
    }

    @Test
    default void letsOneOfManyCallersEndALock() throws Exception {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        for (int round = 0; round < 10; round++) {
            RecordKey key = given().record(configuration);
            RecordLock lock = ((Acquired) locks().acquire(new NewLock(
                            key,
                            new Manual(owner.ref(), LocksContract.REASON),
                            configuration.rulesVersion(),
                            Instant.EPOCH)))
                    .lock();

            List<ChangeOutcome> outcomes =
                    atOnce(CALLERS, () -> locks().release(new ManualChange(key, lock.id(), owner, Instant.EPOCH)));

            assertThat(outcomes).filteredOn(Changed.class::isInstance).hasSize(1);
            assertThat(LocksSteps.find(locks(), key)).isEmpty();
            assertThat(locks().history(key, Revision.NONE, 10)).hasSize(2);
        }
    }

    /** Callers lock, change and unlock a few records at random; each record's history must read like one story. */
    @Test
    default void keepsEveryRecordsHistoryConsistentUnderRandomLoad() throws Exception {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        List<RecordKey> keys =
                Stream.generate(() -> given().record(configuration)).limit(4).toList();
        Random seeds = TestSeed.random(LocksRaceContract.class);

        atOnce(CALLERS, () -> {
            Random random;
            synchronized (seeds) {
                random = new Random(seeds.nextLong());
            }
            for (int step = 0; step < 60; step++) {
                act(keys.get(random.nextInt(keys.size())), configuration, owner, random);
            }
            return true;
        });

        List<LockEvent> all = new ArrayList<>();
        for (RecordKey key : keys) {
            all.addAll(LockStory.of(locks(), key));
        }
        assertThat(all.stream().map(LockEvent::revision).collect(Collectors.toSet()))
                .hasSameSizeAs(all);
    }

    private void act(RecordKey key, LockingConfiguration configuration, User owner, Random random) {
        RecordLock lock = LocksSteps.find(locks(), key).orElse(null);
        Manual origin = new Manual(owner.ref(), LocksContract.REASON);
        if (lock == null) {
            locks().acquire(new NewLock(key, origin, configuration.rulesVersion(), Instant.EPOCH));
        } else if (random.nextBoolean()) {
            locks().changeReason(new ManualChange(key, lock.id(), owner, Instant.EPOCH), LocksContract.REASON);
        } else {
            locks().release(new ManualChange(key, lock.id(), owner, Instant.EPOCH));
        }
    }
}
