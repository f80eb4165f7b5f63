package dev.lockkeeper.adapter.persistence.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.HeldCounter;
import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.IndexSteps;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.lock.LockStory;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.History;
import dev.lockkeeper.domain.lock.history.LockWorkload;
import dev.lockkeeper.domain.lock.history.RecordedLocks;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes on one database whose connections break, and whose statements are cancelled or have to wait, again and
 * again: what callers were answered is still explained by one order, and both processes decide by what is there.
 */
class FaultyStoreTest {

    private static final int CALLERS = 12;
    private static final int STEPS = 200;

    /** A fault comes after so many operations at most. */
    private static final int OPERATIONS_BETWEEN_FAULTS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = TestSeed.random(FaultyStoreTest.class);
    private final SqlDecisions one = SqlDecisions.decidedBy(Authority.LOCAL);
    private final TestDatabase database = one.database();
    private final SqlDecisions other = new SqlDecisions(database, PersistenceContext.on(database));
    private final History history = new History();
    private volatile boolean isOver;

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void answersWhatOneOrderExplainsWhateverBefallsTheStore() throws Exception {
        RulesSteps steps = new RulesSteps(one.rules());
        LockingConfiguration configuration = steps.configured(steps.rule("Won", false));
        List<RecordKey> keys = LongStream.rangeClosed(1, 8).mapToObj(steps::key).toList();
        LockWorkload workload = new LockWorkload(
                List.of(recorded(one), recorded(other)),
                configuration,
                List.of(
                        steps.user,
                        one.rules().user(Permission.LOCK),
                        one.rules().user()),
                keys);
        long seed = random.nextLong();

        CompletableFuture<Integer> faults = CompletableFuture.supplyAsync(() -> befall(new Random(seed)));
        try {
            workload.run(CALLERS, STEPS, random);
        } finally {
            isOver = true;
        }

        System.out.printf(
                "faults %d, operations %d, of which nobody knows what came %d%n",
                faults.get(), history.size(), history.lost());
        assertThat(faults.get()).isGreaterThan(10);
        history.verify();
        for (RecordKey key : keys) {
            onceItAnswers(() -> LockStory.of(one.rules().locks(), key));
            assertDecidesByWhatIsThere(one, steps, key);
            assertDecidesByWhatIsThere(other, steps, key);
        }
        assertThat(database.number("select value from revision_counter"))
                .isEqualTo(database.number("select count(*) from lock_event"))
                .isEqualTo(database.number("select max(revision) from lock_event"));
    }

    private RecordedLocks recorded(SqlDecisions process) {
        return new RecordedLocks(process.context().getBean(Locks.class), history);
    }

    /** Brings about one fault after another, each when some operations came after the one before. */
    private int befall(Random own) {
        int faults = 0;
        while (!isOver) {
            int next = history.size() + own.nextInt(OPERATIONS_BETWEEN_FAULTS);
            awaitUnlessOver(() -> history.size() >= next);
            switch (own.nextInt(3)) {
                case 0 -> toSomeBusyConnections("pg_terminate_backend", own);
                case 1 -> toSomeBusyConnections("pg_cancel_backend", own);
                default -> holdCounter();
            }
            faults++;
        }
        return faults;
    }

    private void toSomeBusyConnections(String fault, Random own) {
        database.number("select count(%s(pid)) from pg_stat_activity where datname = current_database()"
                        .formatted(fault)
                + " and pid <> pg_backend_pid() and state <> 'idle' and pid %% 2 = %d".formatted(own.nextInt(2)));
    }

    private void holdCounter() {
        try (HeldCounter counter = new HeldCounter(database)) {
            awaitUnlessOver(() -> counter.waiting() > 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitUnlessOver(BooleanSupplier condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE)
                .until(() -> isOver || condition.getAsBoolean());
    }

    private void assertDecidesByWhatIsThere(SqlDecisions process, RulesSteps steps, RecordKey key) {
        Revision latest = new Revision(database.number("select value from revision_counter"));
        Question question = new Question(new Subject("somebody", false, null), steps.module.apiName(), key.record());

        Facts facts = new IndexSteps(process.index("memory")).facts(question, latest);

        assertThat(Optional.ofNullable(facts.lock()).map(HeldLock::id))
                .isEqualTo(onceItAnswers(() -> process.rules().locks().find(key))
                        .map(found -> found.lock().id()));
    }

    /** The pool finds out one after the other which of its connections are gone. */
    private static <T> T onceItAnswers(Supplier<T> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (StoreUnavailable e) {
                assertThat(System.nanoTime()).as("in time: %s", e.getMessage()).isLessThan(end);
            }
        }
    }
}
