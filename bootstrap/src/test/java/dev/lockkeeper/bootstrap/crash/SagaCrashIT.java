package dev.lockkeeper.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.bootstrap.crash.SagaHistory.Change;
import dev.lockkeeper.bootstrap.crash.SagaHistory.Step;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.mirror.Halts;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Changes that are cut off at every boundary of their steps, with whatever can befall a call over HTTP, by processes that
 * never come back; others settle what these left. With a real database and the real client, many histories at once.
 */
class SagaCrashIT {

    /** More boundaries than any change of this service has. */
    private static final int MOST_BOUNDARIES = 30;

    private static final int RANDOM_HISTORIES = 1000;
    private static final int MOST_STEPS = 6;
    /** So many histories go on between two attempts of another process to look after what was left. */
    private static final int TAKEN_OVER_EVERY = 100;

    private static final List<Change> CHANGES = List.of(Change.LOCK, Change.UNLOCK, Change.CHANGE_REASON);
    private static final List<Fault> FAULTS = Arrays.asList(Fault.values());

    private final SagaWorld world = new SagaWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** A history and what happens in it. */
    private record Planned(SagaHistory history, List<Step> steps) {}

    @Test
    void endsInAgreementWhereverAChangeIsCutOff() {
        List<Planned> all = new ArrayList<>();
        for (Change change : CHANGES) {
            for (Fault fault : FAULTS) {
                for (int boundary = 0; boundary < MOST_BOUNDARIES; boundary++) {
                    Step cutOff = new Step(change, List.of(fault), boundary, false, new LockReason("cut off"));
                    String name = "%s, %s, boundary %d".formatted(change, fault, boundary);
                    all.add(new Planned(
                            new SagaHistory(world, name),
                            change == Change.LOCK ? List.of(cutOff) : List.of(Step.undisturbed(Change.LOCK), cutOff)));
                }
            }
        }
        AtomicInteger halted = new AtomicInteger();
        AtomicInteger haltedAtTheLast = new AtomicInteger();
        Together.each(
                all,
                planned -> planned.steps().forEach(step -> {
                    if (planned.history().take(step)) {
                        halted.incrementAndGet();
                        haltedAtTheLast.addAndGet(step.boundary() == MOST_BOUNDARIES - 1 ? 1 : 0);
                    }
                }));
        settle(all);
        // A change that finds nothing made of another, or was taken for dead, begins anew, and then has more.
        assertThat(haltedAtTheLast).as("boundaries that are not covered").hasValueLessThan(all.size() / 100);
        assertThat(halted).hasValueGreaterThan(all.size() / 5);
        System.out.printf("sagas cut off: %d of %d%n", halted.get(), all.size());
    }

    @Test
    void endsInAgreementAfterAnyRandomHistory() {
        Random seeds = TestSeed.random(SagaCrashIT.class);
        List<Planned> all = new ArrayList<>();
        for (int i = 0; i < RANDOM_HISTORIES; i++) {
            long seed = seeds.nextLong();
            all.add(new Planned(new SagaHistory(world, "seed " + seed), steps(new Random(seed))));
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            takeTogether(all, step, seeds);
        }
        settle(all);
        Map<Fault, Integer> befallen = world.zoho.befallen();
        assertThat(befallen).containsOnlyKeys(FAULTS);
        assertThat(befallen.values()).allSatisfy(times -> assertThat(times).isGreaterThan(RANDOM_HISTORIES / 50));
        System.out.println("faults that befell: " + befallen);
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>(List.of(step(random, Change.LOCK)));
        int count = 3 + random.nextInt(MOST_STEPS - 2);
        while (steps.size() < count) {
            int people = random.nextInt(10);
            steps.add(step(
                    random,
                    people == 0 ? Change.PEOPLE_LOCK : people == 1 ? Change.PEOPLE_UNLOCK : oneOf(random, CHANGES)));
        }
        return steps;
    }

    private static Step step(Random random, Change change) {
        List<Fault> faults = new ArrayList<>();
        while (random.nextInt(2) == 0 && faults.size() < 3) {
            faults.add(oneOf(random, FAULTS));
        }
        return new Step(
                change,
                faults,
                random.nextBoolean() ? random.nextInt(MOST_BOUNDARIES) : Step.NEVER_HALTED,
                random.nextInt(3) == 0,
                new LockReason("reason " + random.nextInt(3)));
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The same step of all histories; meanwhile others take over what earlier ones left, and may be halted at that. */
    private void takeTogether(List<Planned> all, int step, Random random) {
        List<Runnable> tasks = new ArrayList<>();
        for (Planned planned : all) {
            if (step < planned.steps().size()) {
                tasks.add(() -> planned.history().take(planned.steps().get(step)));
            }
            if (tasks.size() % TAKEN_OVER_EVERY == 0) {
                int boundary = random.nextInt(4 * MOST_BOUNDARIES);
                tasks.add(() -> takeOver(boundary));
            }
        }
        Together.each(tasks, Runnable::run);
        if (step % 2 == 1) {
            world.settleAll();
        }
    }

    private void takeOver(int boundary) {
        Halts halts = new Halts(boundary);
        try {
            assertThat(world.process(halts).settleIntents()).isNotNull();
        } catch (StoreUnavailable e) {
            // Somebody else will, once the store keeps up.
            assertThat(e.step()).isNotNull();
        } catch (Halts.Halted e) {
            assertThat(halts.isHalted()).isTrue();
        }
    }

    private void settle(List<Planned> all) {
        world.settleAll();
        world.sweep();
        Together.each(all, planned -> planned.history().refreshAfterPeople());
        Together.each(all, planned -> planned.history().check());
        world.assertRevisionsHaveNoGaps();
    }
}
