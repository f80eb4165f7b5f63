package dev.lockkeeper.application.decision;

import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.IndexStatus;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** An index that answers what a test has it answer, and remembers what it was asked. */
final class ScriptedIndex implements DecisionIndex {

    static final LookOutcome LOADING = new LookOutcome.Loading();
    static final LookOutcome NOT_KNOWN = new LookOutcome.NotKnown();

    /** One question, with the revision that its answer had to reflect. */
    record Look(Question question, Revision atLeast) {}

    record Wait(Revision revision, Duration atMost) {}

    final List<Look> looks = new ArrayList<>();
    final List<Wait> waits = new ArrayList<>();
    private final Function<Question, LookOutcome> script;

    private ScriptedIndex(Function<Question, LookOutcome> script) {
        this.script = script;
    }

    static ScriptedIndex answering(Function<Question, LookOutcome> script) {
        return new ScriptedIndex(script);
    }

    /** One after the other, and the last for ever. */
    static ScriptedIndex answering(LookOutcome... outcomes) {
        Deque<LookOutcome> script = new ArrayDeque<>(List.of(outcomes));
        return new ScriptedIndex(question -> script.size() > 1 ? script.remove() : script.element());
    }

    static ScriptedIndex away() {
        return new ScriptedIndex(question -> {
            throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IOException("Connection refused"));
        });
    }

    static LookOutcome known(Facts facts) {
        return new LookOutcome.Known(facts);
    }

    static LookOutcome behind(long reached) {
        return new LookOutcome.Behind(new Revision(reached));
    }

    @Override
    public LookOutcome look(Question question, Revision atLeast) {
        looks.add(new Look(question, atLeast));
        return script.apply(question);
    }

    @Override
    public void await(Revision revision, Duration atMost) {
        waits.add(new Wait(revision, atMost));
    }

    @Override
    public IndexStatus status() {
        return new IndexStatus(0, Revision.NONE, Duration.ZERO);
    }
}
