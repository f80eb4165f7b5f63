package dev.lockkeeper.domain.lock.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.Answer.Acquired;
import dev.lockkeeper.domain.lock.history.Answer.Changed;
import dev.lockkeeper.domain.lock.history.Answer.NotLocked;
import dev.lockkeeper.domain.lock.history.Answer.Refused;
import dev.lockkeeper.domain.lock.history.Answer.Shown;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that are planted: what the checker has to see, and what it must not take amiss. */
class LinearizabilityTest {

    private static final LockId LOCK = new LockId(7);
    private static final LockId OTHER = new LockId(8);
    private static final long ANN = 1;
    private static final long BOB = 2;
    private static final Call ACQUIRE = new Call.Acquire(ANN, "a");
    private static final Call RELEASE = new Call.Release(LOCK, ANN, false);
    private static final Call FIND = new Call.Find();
    private static final Changed CHANGED = new Changed(Revision.NONE);
    private static final NotLocked NOT_LOCKED = new NotLocked();

    private static Operation op(long invocation, long response, Call call, Answer answer) {
        return new Operation(invocation, response, call, answer);
    }

    private static Operation unknown(long invocation, Call call) {
        return Operation.unknown(invocation, call);
    }

    private static Operation acquired(long invocation, long response, LockId lock) {
        return op(invocation, response, ACQUIRE, new Acquired(lock, Revision.NONE));
    }

    private static Call reason(String reason) {
        return new Call.ChangeReason(LOCK, ANN, false, reason);
    }

    private static Shown shown(String reason) {
        return new Shown(LOCK, reason);
    }

    private static void accepts(Operation... history) {
        assertThat(Linearizability.contradictionIn(Arrays.asList(history))).isEmpty();
    }

    private static Contradiction refuses(Operation... history) {
        return Linearizability.contradictionIn(Arrays.asList(history)).orElseThrow();
    }

    @Test
    void acceptsWhatComesOneAfterAnother() {
        accepts(
                op(1, 2, FIND, NOT_LOCKED),
                acquired(3, 4, LOCK),
                op(5, 6, ACQUIRE, Refused.ALREADY_HELD),
                op(7, 8, reason("b"), CHANGED),
                op(9, 10, FIND, shown("b")),
                op(11, 12, new Call.Release(LOCK, BOB, true), Refused.NOT_OWNER),
                op(13, 14, new Call.Release(LOCK, BOB, false), CHANGED),
                op(15, 16, RELEASE, Refused.NO_SUCH_LOCK),
                op(17, 18, FIND, NOT_LOCKED),
                acquired(19, 20, OTHER));
    }

    @Test
    void acceptsEitherOrderOfWhatOverlaps() {
        accepts(acquired(1, 10, LOCK), op(2, 9, ACQUIRE, Refused.ALREADY_HELD));
        accepts(acquired(1, 10, LOCK), op(2, 9, FIND, NOT_LOCKED), op(3, 8, FIND, shown("a")));
        accepts(acquired(1, 2, LOCK), op(3, 10, RELEASE, CHANGED), acquired(4, 5, OTHER));
    }

    @Test
    void refusesTwoLocksAtOnce() {
        refuses(acquired(1, 10, LOCK), acquired(2, 9, OTHER));
        refuses(acquired(1, 2, LOCK), acquired(3, 4, OTHER), op(5, 6, RELEASE, CHANGED));
    }

    @Test
    void refusesOneLockThatIsAcquiredTwice() {
        assertThat(refuses(acquired(1, 2, LOCK), op(3, 4, RELEASE, CHANGED), acquired(5, 6, LOCK))
                        .what())
                .startsWith("One lock was acquired twice");
    }

    @Test
    void refusesARefusalWhereSurelyNobodyHeldTheRecord() {
        refuses(op(1, 2, ACQUIRE, Refused.ALREADY_HELD));
        refuses(acquired(1, 2, LOCK), op(3, 4, RELEASE, CHANGED), op(5, 6, ACQUIRE, Refused.ALREADY_HELD));
    }

    @Test
    void refusesAStaleLook() {
        refuses(acquired(1, 2, LOCK), op(3, 4, RELEASE, CHANGED), op(5, 6, FIND, shown("a")));
        refuses(acquired(1, 2, LOCK), op(3, 4, FIND, NOT_LOCKED));
        refuses(acquired(1, 10, LOCK), op(2, 3, FIND, shown("a")), op(4, 5, FIND, NOT_LOCKED));
    }

    @Test
    void refusesALostReason() {
        refuses(acquired(1, 2, LOCK), op(3, 4, reason("b"), CHANGED), op(5, 6, FIND, shown("a")));
        refuses(
                acquired(1, 2, LOCK),
                op(3, 10, reason("b"), CHANGED),
                op(4, 9, reason("c"), CHANGED),
                op(11, 12, FIND, shown("b")),
                op(13, 14, FIND, shown("c")));
    }

    @Test
    void refusesALockThatEndsTwice() {
        refuses(acquired(1, 2, LOCK), op(3, 10, RELEASE, CHANGED), op(4, 9, RELEASE, CHANGED));
        refuses(acquired(1, 2, LOCK), op(3, 10, RELEASE, CHANGED), op(11, 12, reason("b"), CHANGED));
        refuses(acquired(1, 2, LOCK), op(3, 4, RELEASE, Refused.NO_SUCH_LOCK));
    }

    @Test
    void refusesWhatOnlyTheOwnerMay() {
        Call ofBob = new Call.Release(LOCK, BOB, true);
        refuses(acquired(1, 2, LOCK), op(3, 4, ofBob, CHANGED));
        refuses(acquired(1, 2, LOCK), op(3, 4, RELEASE, Refused.NOT_OWNER));
    }

    @Test
    void knowsThePartOfARule() {
        Call both = new Call.Acquire(ANN, "a", true, true);
        Operation locked = op(1, 2, both, new Acquired(LOCK, Revision.NONE));
        Operation released = op(3, 4, RELEASE, CHANGED);
        accepts(
                locked,
                released,
                op(5, 6, FIND, new Shown(LOCK, null)),
                op(7, 8, RELEASE, Refused.HELD_BY_RULE),
                op(9, 10, ACQUIRE, Refused.ALREADY_HELD));
        refuses(locked, released, op(5, 6, FIND, NOT_LOCKED));
        refuses(locked, op(3, 4, RELEASE, Refused.HELD_BY_RULE));
    }

    @Test
    void knowsWhichConfigurationIsInForce() {
        Call late = new Call.Acquire(ANN, "a", false, false);
        accepts(op(1, 2, late, Refused.CONFIGURATION_CHANGED));
        refuses(op(1, 2, late, new Acquired(LOCK, Revision.NONE)));
        refuses(op(1, 2, ACQUIRE, Refused.CONFIGURATION_CHANGED));
    }

    @Test
    void letsWhatNobodyKnowsHappenAtAnyTimeOrNever() {
        accepts(unknown(1, ACQUIRE), op(2, 3, FIND, NOT_LOCKED), op(4, 5, FIND, shown("a")));
        accepts(unknown(1, ACQUIRE), op(2, 3, FIND, NOT_LOCKED), acquired(4, 5, OTHER));
        accepts(unknown(1, ACQUIRE), op(2, 3, ACQUIRE, Refused.ALREADY_HELD), op(4, 5, RELEASE, CHANGED));
        accepts(acquired(1, 2, LOCK), unknown(3, RELEASE), op(4, 5, FIND, shown("a")), acquired(6, 7, OTHER));
        accepts(acquired(1, 2, LOCK), unknown(3, reason("b")), op(4, 5, FIND, shown("b")));
    }

    @Test
    void refusesWhatNobodyKnowsToHappenTwiceOrBeforeItWasAskedFor() {
        refuses(
                unknown(1, ACQUIRE),
                op(2, 3, FIND, shown("a")),
                op(4, 5, RELEASE, CHANGED),
                op(6, 7, FIND, new Shown(OTHER, "a")));
        refuses(op(1, 2, FIND, shown("a")), unknown(3, ACQUIRE));
        refuses(
                acquired(1, 2, LOCK),
                unknown(3, RELEASE),
                acquired(4, 5, OTHER),
                op(6, 7, new Call.Release(OTHER, ANN, false), CHANGED),
                op(8, 9, FIND, shown("a")));
        refuses(
                acquired(1, 2, LOCK),
                unknown(3, reason("b")),
                op(4, 5, FIND, shown("b")),
                op(6, 7, reason("c"), CHANGED),
                op(8, 9, FIND, shown("b")));
    }

    @Test
    void refusesRevisionsAgainstTheOrderOfARecordsChanges() {
        Operation locked = op(1, 10, ACQUIRE, new Acquired(LOCK, new Revision(5)));
        refuses(locked, op(2, 9, RELEASE, new Changed(new Revision(4))));
        accepts(locked, op(2, 9, RELEASE, new Changed(new Revision(6))));
    }

    @Test
    void refusesRevisionsThatFallAlongTimeOrAreThereTwiceOnAnyRecords() {
        assertThat(ofRevisions(op(1, 2, RELEASE, changed(2)), op(3, 4, RELEASE, changed(1))))
                .contains("A revision fell");
        assertThat(ofRevisions(
                        op(1, 2, RELEASE, changed(5)), op(3, 9, RELEASE, changed(4)), op(4, 10, RELEASE, changed(3))))
                .contains("A revision fell");
        assertThat(ofRevisions(op(1, 10, RELEASE, changed(1)), op(2, 9, RELEASE, changed(1))))
                .contains("One revision of two changes");
        assertThat(ofRevisions(op(1, 3, RELEASE, changed(2)), op(2, 4, RELEASE, changed(1))))
                .isEmpty();
    }

    private static String ofRevisions(Operation... history) {
        return Linearizability.contradictionInRevisions(Arrays.asList(history))
                .map(Contradiction::toString)
                .orElse("");
    }

    private static Changed changed(long revision) {
        return new Changed(new Revision(revision));
    }

    @Test
    void tellsTheFirstContradictionAndWhatIsAroundIt() {
        Operation stale = op(5, 6, FIND, shown("a"));
        Contradiction first = refuses(
                acquired(1, 2, LOCK),
                op(3, 4, RELEASE, CHANGED),
                stale,
                op(7, 8, FIND, NOT_LOCKED),
                acquired(9, 10, OTHER));

        assertThat(first.what()).isEqualTo("No order explains " + stale);
        assertThat(first.explained()).hasSize(2);
        assertThat(first.left()).isEqualTo(List.of(stale));
        assertThat(first).asString().contains("then: not locked").contains("cannot all come after them");
    }
}
