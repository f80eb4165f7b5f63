package dev.lockkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link DecisionIndex} shows to many who change and look at once. */
public interface DecisionRaceContract {

    int CALLERS = 8;
    int ROUNDS = 40;

    DecisionIndex index();

    RulesStore store();

    @Test
    default void showsEachOfManyItsOwnChangesAtOnce() throws InterruptedException, ExecutionException {
        RulesSteps steps = new RulesSteps(store());
        steps.configured(steps.rule("Won", false));
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                long record = caller + 1L;
                all.add(callers.submit(() -> lockAndUnlock(steps, record)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void lockAndUnlock(RulesSteps steps, long record) {
        IndexSteps index = new IndexSteps(index());
        for (int round = 0; round < ROUNDS; round++) {
            RecordLock lock = steps.lockedByHand(record);
            Facts locked = index.facts(steps.module.apiName(), lock.key());
            assertThat(locked.lock()).extracting(HeldLock::id).isEqualTo(lock.id());
            assertThat(locked.revision()).isGreaterThanOrEqualTo(lock.revision());
            store().locks().release(new ManualChange(lock.key(), lock.id(), steps.user, RulesSteps.NOON));
            assertThat(index.facts(steps.module.apiName(), lock.key()).lock()).isNull();
        }
    }
}
