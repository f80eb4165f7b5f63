package dev.lockkeeper.bootstrap.crash;

import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.application.crm.RefreshRecord;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.Halts;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What happens to one record, step by step, and what has to have come of it. */
final class SagaHistory {

    private static final UserRef SOMEBODY = new UserRef(new UserId(4711), "Patricia Boyle");
    private static final LockReason BY_HAND = new LockReason("by hand");

    private final SagaWorld world;
    private final RecordAddress record;
    private final Told told = new Told();
    private final List<String> story = new ArrayList<>();
    private boolean peopleCame;

    SagaHistory(SagaWorld world, String name) {
        this.world = world;
        this.record = world.zoho.addRecord(SagaWorld.MODULE);
        story.add(name);
        story.add(record.record().toString());
    }

    /** Who does what. */
    enum Change {
        LOCK,
        UNLOCK,
        CHANGE_REASON,
        PEOPLE_LOCK,
        PEOPLE_UNLOCK;

        boolean byPeople() {
            return this == PEOPLE_LOCK || this == PEOPLE_UNLOCK;
        }
    }

    /**
     * One step.
     *
     * @param boundary after how many boundaries the process is halted
     * @param byColleague by whom of the two users
     */
    record Step(Change change, List<Fault> faults, int boundary, boolean byColleague, LockReason reason) {

        static final int NEVER_HALTED = Integer.MAX_VALUE;

        static Step undisturbed(Change change) {
            return new Step(change, List.of(), NEVER_HALTED, false, new LockReason("undisturbed"));
        }
    }

    /** Whether the process was halted in the step. */
    boolean take(Step step) {
        if (step.change().byPeople()) {
            byPeople(step.change());
            return false;
        }
        world.zoho.next(record, step.faults().toArray(new Fault[0]));
        @Nullable String told;
        Halts halts = new Halts(step.boundary());
        try {
            told = run(world.process(halts), step);
        } catch (Halts.Halted | StoreUnavailable e) {
            // Too many at once for the store: who called knows as little as of a halted process.
            told = e.getMessage();
        }
        story.add("%s%s %s %s: %s"
                .formatted(
                        step.change(),
                        step.byColleague() ? " by colleague" : "",
                        step.faults(),
                        step.boundary() == Step.NEVER_HALTED ? "" : step.boundary(),
                        told));
        return halts.isHalted();
    }

    private String run(SagaProcess process, Step step) {
        User by = step.byColleague() ? world.colleague : world.owner;
        LockId held = world.lockHere(record).map(RecordLock::id).orElseGet(() -> new LockId(1));
        return switch (step.change()) {
            case LOCK -> {
                LockRecord.Outcome outcome = process.lock(record, by, step.reason());
                told.lock(outcome, by, step.reason());
                yield outcome.toString();
            }
            case UNLOCK -> {
                boolean askedBefore = told.askedToEnd(held);
                told.mayEnd(held);
                UnlockRecord.Outcome outcome = process.unlock(record, held, by);
                told.unlock(outcome, held, askedBefore);
                yield outcome.toString();
            }
            case CHANGE_REASON -> {
                told.mayChange(held);
                ChangeLockReason.Outcome outcome = process.change(record, held, by, step.reason());
                told.change(outcome, step.reason());
                yield outcome.toString();
            }
            case PEOPLE_LOCK, PEOPLE_UNLOCK -> throw new IllegalArgumentException("They need no process");
        };
    }

    private void byPeople(Change change) {
        peopleCame = true;
        try {
            story.add(change + ": " + (change == Change.PEOPLE_LOCK ? lockByHand() : unlockByHand()));
        } catch (IllegalStateException e) {
            // A call that is done late came in between.
            story.add(change + ": " + e.getMessage());
        }
    }

    private @Nullable LockId lockByHand() {
        return world.zoho.lockOf(record) == null ? world.zoho.lockByHand(record, SOMEBODY, BY_HAND) : null;
    }

    private @Nullable LockId unlockByHand() {
        CrmLock lock = world.zoho.lockOf(record);
        if (lock == null) {
            return null;
        }
        told.mayEnd(lock.id());
        world.zoho.unlockByHand(record);
        return lock.id();
    }

    /** Sweeps compare whether records are locked, not by what: a lock in place of another is seen by who asks for it. */
    void refreshAfterPeople() {
        if (peopleCame) {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .until(() -> world.process(Halts.never()).refresh(record) instanceof RefreshRecord.Refreshed);
        }
    }

    void check() {
        told.check(world, record, String.join(" | ", story));
    }
}
