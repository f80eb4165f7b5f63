package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.SearchLocks.Found;
import dev.lockkeeper.application.lock.SearchLocks.LockInModule;
import dev.lockkeeper.application.lock.SearchLocks.Query;
import dev.lockkeeper.application.lock.SearchLocks.UnknownModule;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.lock.LockSearch.Place;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchLocksTest {

    private final LockingFixture given = new LockingFixture();
    private final SearchLocks searchLocks = new SearchLocks(given.modules, given.authority, given.locks);

    @BeforeEach
    void letsPeopleAndRulesLockDealsAndLeads() {
        given.configured("Deals", LockType.BOTH);
        given.configured("Leads", LockType.BOTH);
    }

    @Test
    void findsTheLocksOfAllModulesNewestFirst() {
        RecordLock oldest = given.locked("Deals", "1", given.byOwner, NOW);
        RecordLock newest = given.locked("Leads", "2", given.byRule, NOW.plusSeconds(2));
        RecordLock middle = given.locked("Deals", "3", given.byOwnerAndRule, NOW.plusSeconds(1));

        assertThat(searchLocks.execute(all(null, null, 10)))
                .isEqualTo(
                        new Found(List.of(in("Leads", newest), in("Deals", middle), in("Deals", oldest)), false, null));
    }

    @Test
    void findsNothingWhereNothingIsLocked() {
        assertThat(searchLocks.execute(all(null, null, 10))).isEqualTo(new Found(List.of(), false, null));
        assertThat(searchLocks.execute(all("Calls", null, 10))).isEqualTo(new Found(List.of(), false, null));
    }

    @Test
    void findsTheLocksOfOneModuleWhateverTheCaseOfItsName() {
        given.locked("Deals", "1", given.byOwner);
        RecordLock lead = given.locked("Leads", "2", given.byOwner);

        assertThat(searchLocks.execute(all("lEADS", null, 10)))
                .isEqualTo(new Found(List.of(in("Leads", lead)), false, null));
    }

    @Test
    void findsTheLocksOfCustomModules() {
        given.modules.add(new NewModule("Visits", "Visits", List.of()));
        given.configured("Visits", LockType.MANUAL);
        RecordLock visit = given.locked("Visits", "2", given.byOwner);

        assertThat(searchLocks.execute(all(null, null, 10)))
                .isEqualTo(new Found(List.of(in("Visits", visit)), false, null));
        assertThat(searchLocks.execute(all("visits", null, 10)))
                .isEqualTo(new Found(List.of(in("Visits", visit)), false, null));
    }

    @Test
    void findsTheLocksOfOneSource() {
        given.locked("Deals", "1", given.byOwner);
        given.locked("Deals", "2", given.byRule);
        RecordLock both = given.locked("Deals", "3", given.byOwnerAndRule);

        assertThat(searchLocks.execute(new Query(null, LockSource.BOTH, null, null, null, 10)))
                .isEqualTo(new Found(List.of(in("Deals", both)), false, null));
    }

    @Test
    void findsTheLocksOfOneOwner() {
        given.locked("Deals", "1", given.byOwner);
        RecordLock strangers = given.locked("Deals", "2", given.byStranger);

        assertThat(searchLocks.execute(new Query(null, null, given.stranger.id(), null, null, 10)))
                .isEqualTo(new Found(List.of(in("Deals", strangers)), false, null));
    }

    @Test
    void findsTheLocksTakenBeforeAnInstant() {
        RecordLock before = given.locked("Deals", "1", given.byOwner, NOW.minusSeconds(1));
        given.locked("Deals", "2", given.byOwner, NOW);

        assertThat(searchLocks.execute(new Query(null, null, null, NOW, null, 10)))
                .isEqualTo(new Found(List.of(in("Deals", before)), false, null));
    }

    @Test
    void tellsWhetherMoreFollowAndGoesOnFromThere() {
        RecordLock third = given.locked("Deals", "1", given.byOwner, NOW);
        RecordLock second = given.locked("Deals", "2", given.byOwner, NOW.plusSeconds(1));
        RecordLock first = given.locked("Deals", "3", given.byOwner, NOW.plusSeconds(1));

        assertThat(searchLocks.execute(all(null, null, 2)))
                .isEqualTo(new Found(List.of(in("Deals", first), in("Deals", second)), true, null));
        assertThat(searchLocks.execute(all(null, Place.of(second), 2)))
                .isEqualTo(new Found(List.of(in("Deals", third)), false, null));
        assertThat(searchLocks.execute(all(null, Place.of(third), 2))).isEqualTo(new Found(List.of(), false, null));
    }

    @Test
    void promisesNoMoreWhenTheLastPageIsFull() {
        given.locked("Deals", "1", given.byOwner);
        given.locked("Deals", "2", given.byOwner);

        assertThat(searchLocks.execute(all("Deals", null, 2))).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.locks()).hasSize(2);
            assertThat(found.more()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "", "Locking_Information__s"})
    void refusesAModuleThatNobodyCanName(String module) {
        given.locked("Deals", "1", given.byOwner);

        assertThat(searchLocks.execute(all(module, null, 10))).isEqualTo(new UnknownModule());
    }

    private static Query all(@Nullable String module, @Nullable Place after, int limit) {
        return new Query(module, null, null, null, after, limit);
    }

    private LockInModule in(String module, RecordLock lock) {
        return new LockInModule(given.module(module), new LockedRecord(lock, null));
    }
}
