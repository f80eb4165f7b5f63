package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.Caller;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.AcquireOutcome.ConfigurationChanged;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.ChangeOutcome.NoSuchLock;
import dev.lockkeeper.domain.lock.ChangeOutcome.NotOwner;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes that are made together are answered: the same as if they came one after another. */
class LockCommitterTest {

    private static final int MANY = 60;
    private static final CommitterSteps STEPS = new CommitterSteps();
    private static final User STRANGER = STEPS.given.user();

    private final Locks locks = STEPS.context.getBean(Locks.class);

    @AfterAll
    static void close() {
        STEPS.close();
    }

    @AfterEach
    void revisionsHaveNoGaps() {
        assertThat(STEPS.hasRevisionsWithoutGaps()).isTrue();
    }

    private static List<Object> answers(List<? extends LockChange<?>> changes) throws Exception {
        List<Object> answers = new ArrayList<>();
        for (Caller<?> caller : STEPS.<Object>inOneBatch(changes)) {
            answers.add(caller.answer());
        }
        return answers;
    }

    @Test
    void givesARecordToTheFirstOfManyInABatch() throws Exception {
        RecordKey key = STEPS.record();

        List<Object> answers =
                answers(Stream.generate(() -> STEPS.acquire(key)).limit(MANY).toList());

        assertThat(answers.getFirst()).isInstanceOf(Acquired.class);
        assertThat(answers.subList(1, MANY)).containsOnly(new AlreadyHeld());
        assertThat(locks.history(key, Revision.NONE, 10)).hasSize(1);
    }

    @Test
    void makesTheChangesOfOneRecordOneAfterAnother() throws Exception {
        RecordLock lock = STEPS.locked();
        LockChange.Acquire late = new LockChange.Acquire(
                new NewLock(lock.key(), lock.origin(), new RulesVersion(STEPS.configuration.id(), 99), Instant.EPOCH));

        List<Object> answers = answers(List.of(
                STEPS.acquire(lock.key()),
                STEPS.changeReason(lock, "first"),
                STEPS.changeReason(lock, "second"),
                STEPS.release(lock),
                STEPS.release(lock),
                STEPS.changeReason(lock, "too late"),
                late,
                STEPS.acquire(lock.key()),
                late,
                STEPS.acquire(lock.key()),
                STEPS.release(lock)));

        long revision = lock.revision().value() + 1;
        assertThat(answers.subList(0, 7))
                .containsExactly(
                        new AlreadyHeld(),
                        new Changed(new Revision(revision + 1)),
                        new Changed(new Revision(revision + 2)),
                        new Changed(new Revision(revision + 3)),
                        new NoSuchLock(),
                        new NoSuchLock(),
                        new ConfigurationChanged());
        assertThat(answers.get(7))
                .isInstanceOfSatisfying(
                        Acquired.class,
                        acquired -> assertThat(locks.find(lock.key()).map(LockedRecord::lock))
                                .contains(acquired.lock()));
        assertThat(answers.subList(8, 11))
                .containsExactly(new ConfigurationChanged(), new AlreadyHeld(), new NoSuchLock());
    }

    /** Of many records, in any order; so often that PostgreSQL plans the statements in all of its ways. */
    @Test
    void answersEachOfManyChangesWhatBecameOfItsOwn() throws Exception {
        Random random = TestSeed.random(LockCommitterTest.class);
        for (int round = 0; round < 12; round++) {
            if (round == 8) {
                STEPS.database.execute("analyze");
            }
            Map<LockChange<?>, Class<?>> expected = new LinkedHashMap<>();
            Iterator<RecordLock> held = manyLocked(16).iterator();
            for (int i = 0; i < 4; i++) {
                expected.put(STEPS.acquire(STEPS.record()), Acquired.class);
                expected.put(STEPS.acquire(held.next().key()), AlreadyHeld.class);
                expected.put(ofStranger(held.next()), NotOwner.class);
                expected.put(STEPS.release(held.next()), Changed.class);
                expected.put(STEPS.changeReason(held.next(), "another"), Changed.class);
                expected.put(nobodyHas(STEPS.record()), NoSuchLock.class);
            }
            List<LockChange<?>> changes = new ArrayList<>(expected.keySet());
            Collections.shuffle(changes, random);

            List<Object> answers = answers(changes);

            for (int i = 0; i < answers.size(); i++) {
                LockChange<?> change = changes.get(i);
                assertThat(answers.get(i)).isInstanceOf(expected.get(change));
                if (answers.get(i) instanceof Acquired(RecordLock lock)) {
                    assertThat(locks.find(change.key()).map(LockedRecord::lock)).contains(lock);
                } else if (answers.get(i) instanceof Changed(Revision revision)) {
                    assertThat(locks.history(change.key(), Revision.NONE, 10)
                                    .getLast()
                                    .revision())
                            .isEqualTo(revision);
                }
            }
        }
    }

    private static List<RecordLock> manyLocked(int count) throws Exception {
        List<Caller<AcquireOutcome>> callers = Stream.generate(
                        () -> Caller.start(() -> STEPS.committer.settle(STEPS.acquire(STEPS.record()))))
                .limit(count)
                .toList();
        List<RecordLock> locked = new ArrayList<>();
        for (Caller<AcquireOutcome> caller : callers) {
            locked.add(CommitterSteps.lock(caller.answer()));
        }
        return locked;
    }

    private static LockChange.Alter ofStranger(RecordLock lock) {
        return new LockChange.Alter(CommitterSteps.change(lock, STRANGER), null);
    }

    private static LockChange.Alter nobodyHas(RecordKey key) {
        return new LockChange.Alter(new ManualChange(key, new LockId(1), STEPS.user, Instant.EPOCH), null);
    }

    @Test
    void failsAloneForWhatPostgreSqlRefuses() throws Exception {
        User nobody = new User(new UserId(1), "Nobody", STEPS.user.profile(), false);
        List<LockChange.Acquire> changes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            changes.add(STEPS.acquire(STEPS.record(), i == 17 || i == 40 ? nobody : STEPS.user));
        }

        STEPS.database.execute("alter table record_lock add constraint planted check (locked_by <> 1)");
        List<Caller<? extends AcquireOutcome>> callers = STEPS.inOneBatch(changes);

        for (int i = 0; i < MANY; i++) {
            if (i == 17 || i == 40) {
                assertThat(callers.get(i).failure())
                        .isNotInstanceOf(StoreUnavailable.class)
                        .rootCause()
                        .hasMessageContaining("violates check constraint");
                assertThat(locks.find(changes.get(i).key())).isEmpty();
            } else {
                RecordLock lock = CommitterSteps.lock(callers.get(i).answer());
                assertThat(locks.find(changes.get(i).key()).map(LockedRecord::lock))
                        .contains(lock);
            }
        }
        STEPS.database.execute("alter table record_lock drop constraint planted");
    }

    @Test
    void repeatsABatchThatWasRolledBackBecauseOfOthers() throws Exception {
        STEPS.database.execute("""
                create sequence attempt;
                create function fail_at_first() returns trigger language plpgsql as $$
                begin
                    if nextval('attempt') < 3 then
                        raise exception 'planted' using errcode = 'serialization_failure';
                    end if;
                    return null;
                end $$;
                create trigger planted after insert on lock_event execute function fail_at_first()""");
        List<LockChange.Acquire> changes =
                Stream.generate(() -> STEPS.acquire(STEPS.record())).limit(MANY).toList();
        try {
            for (Object answer : answers(changes)) {
                assertThat(answer).isInstanceOf(Acquired.class);
            }
        } finally {
            STEPS.database.execute("drop trigger planted on lock_event");
        }
        for (LockChange.Acquire change : changes) {
            assertThat(locks.history(change.key(), Revision.NONE, 10)).hasSize(1);
        }
    }
}
