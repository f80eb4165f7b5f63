package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every implementation of {@link Locks} searches. */
public interface LockSearchContract {

    Locks locks();

    LocksFixture given();

    private RecordLock lock(LockingConfiguration configuration, LockOrigin origin, Instant at) {
        NewLock lock = new NewLock(given().record(configuration), origin, configuration.rulesVersion(), at);
        return ((Acquired) locks().acquire(lock)).lock();
    }

    private static LockOrigin manual(User owner) {
        return new Manual(owner.ref(), LocksContract.REASON);
    }

    private static LockSearch in(ModuleId module) {
        return new LockSearch(module, null, null, null, null, 100);
    }

    @Test
    default void findsTheLocksOfAModuleNewestFirst() {
        User owner = given().user();
        LockingConfiguration configuration = given().configuration();
        RecordLock middle = lock(configuration, manual(owner), LocksContract.NOON.plusSeconds(1));
        RecordLock oldest = lock(configuration, manual(owner), LocksContract.NOON);
        RecordLock newest = lock(configuration, manual(owner), LocksContract.NOON.plusSeconds(2));
        lock(given().configuration(), manual(owner), LocksContract.NOON);

        assertThat(LocksSteps.search(locks(), in(configuration.module()))).containsExactly(newest, middle, oldest);
    }

    @Test
    default void findsByOwnerSourceAndTime() {
        User one = given().user();
        User other = given().user();
        LockingConfiguration configuration = given().configuration();
        ModuleId module = configuration.module();
        RecordLock byOne = lock(configuration, manual(one), LocksContract.NOON);
        RecordLock byOther = lock(configuration, manual(other), LocksContract.NOON.plusSeconds(1));
        RecordLock byRule = lock(configuration, new Automatic(new RuleId(5)), LocksContract.NOON.plusSeconds(2));

        assertThat(LocksSteps.search(locks(), new LockSearch(module, null, one.id(), null, null, 9)))
                .containsExactly(byOne);
        assertThat(LocksSteps.search(locks(), new LockSearch(null, null, other.id(), null, null, 9)))
                .containsExactly(byOther);
        assertThat(LocksSteps.search(locks(), new LockSearch(module, LockSource.AUTOMATIC, null, null, null, 9)))
                .containsExactly(byRule);
        assertThat(LocksSteps.search(locks(), new LockSearch(module, LockSource.BOTH, null, null, null, 9)))
                .isEmpty();
        assertThat(LocksSteps.search(locks(), new LockSearch(module, null, null, byOther.lockedAt(), null, 9)))
                .containsExactly(byOne);
    }

    @Test
    default void forgetsLocksThatEnded() {
        User owner = given().user();
        LockingConfiguration configuration = given().configuration();
        RecordLock lock = lock(configuration, manual(owner), LocksContract.NOON);
        locks().release(new ManualChange(lock.key(), lock.id(), owner, LocksContract.NOON));

        assertThat(LocksSteps.search(locks(), in(configuration.module()))).isEmpty();
    }

    @Test
    default void pagesThroughLocksOfTheSameInstantWithoutLosingOrRepeatingOne() {
        User owner = given().user();
        LockingConfiguration configuration = given().configuration();
        for (int i = 0; i < 7; i++) {
            lock(configuration, manual(owner), LocksContract.NOON.plusSeconds(i / 4));
        }
        List<RecordLock> all = LocksSteps.search(locks(), in(configuration.module()));

        List<RecordLock> paged = new ArrayList<>();
        for (List<RecordLock> page = pageAfter(null, configuration); !page.isEmpty(); ) {
            paged.addAll(page);
            page = pageAfter(LockSearch.Place.of(page.getLast()), configuration);
        }

        assertThat(all).hasSize(7);
        assertThat(paged).isEqualTo(all);
    }

    private List<RecordLock> pageAfter(LockSearch.@Nullable Place after, LockingConfiguration in) {
        return LocksSteps.search(locks(), new LockSearch(in.module(), null, null, null, after, 2));
    }
}
