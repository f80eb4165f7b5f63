package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;

/** How the contracts of {@link DecisionIndex} look at it. */
public record IndexSteps(DecisionIndex index) {

    private static final Subject NOBODY = new Subject("nobody", false, null);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    /** The facts of a question, as soon as the index has any: it may say that it does not know, but nothing wrong. */
    public Facts facts(Question question, Revision atLeast) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LookOutcome last = index.look(question, atLeast);
        while (!(last instanceof LookOutcome.Known)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing was known within " + PATIENCE + ", but " + last);
            }
            index.await(atLeast, A_MOMENT);
            last = index.look(question, atLeast);
        }
        return ((LookOutcome.Known) last).facts();
    }

    /** What is known of a record. */
    public Facts facts(String module, RecordKey key) {
        return facts(new Question(NOBODY, module, key.record()), Revision.NONE);
    }

    /** What is known of somebody. */
    public Actor actor(Subject subject, String module, RecordKey key) {
        return facts(new Question(subject, module, key.record()), Revision.NONE).actor();
    }
}
