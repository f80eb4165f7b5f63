package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.AcquireOutcome.ConfigurationChanged;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.ChangeOutcome.NoSuchLock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link QueuedLocks} does: what {@link LocksContract} says, some time later. */
public interface QueuedLocksContract {

    /** So many ask for one record at once. */
    int CALLERS = 100;

    QueuedLocks queuedLocks();

    /** What the store needs to know before it can lock. */
    LocksFixture given();

    private static <A> A ended(CompletionStage<A> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    default void locksChangesShowsAndUnlocks() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        NewLock wanted = LocksSteps.manual(given().record(configuration), configuration, owner);
        LockReason better = new LockReason("better");

        RecordLock lock = ((Acquired) ended(queuedLocks().acquire(wanted))).lock();
        assertThat(ended(queuedLocks().find(wanted.key())).map(LockedRecord::lock))
                .contains(lock);
        assertThat(ended(queuedLocks().changeReason(LocksSteps.by(owner, lock), better)))
                .isInstanceOf(Changed.class);
        assertThat(ended(queuedLocks().find(wanted.key()))
                        .flatMap(found -> found.lock().origin().manual())
                        .map(LockOrigin.ManualHold::reason))
                .contains(better);
        assertThat(ended(queuedLocks().release(LocksSteps.by(owner, lock)))).isInstanceOf(Changed.class);
        assertThat(ended(queuedLocks().find(wanted.key()))).isEmpty();
        assertThat(ended(queuedLocks().release(LocksSteps.by(owner, lock)))).isEqualTo(new NoSuchLock());
    }

    @Test
    default void givesOneRecordToTheFirstOfManyThatQueue() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        NewLock wanted = LocksSteps.manual(given().record(configuration), configuration, owner);

        List<CompletableFuture<AcquireOutcome>> all = Stream.generate(
                        () -> queuedLocks().acquire(wanted).toCompletableFuture())
                .limit(CALLERS)
                .toList();

        List<AcquireOutcome> outcomes =
                all.stream().map(CompletableFuture::join).toList();
        assertThat(outcomes).filteredOn(Acquired.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new AlreadyHeld()::equals).hasSize(CALLERS - 1);
    }

    @Test
    default void locksNothingUnderAConfigurationThatIsGone() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordKey key = given().record(configuration);
        given().remove(configuration);

        assertThat(ended(queuedLocks().acquire(LocksSteps.manual(key, configuration, owner))))
                .isEqualTo(new ConfigurationChanged());
    }
}
