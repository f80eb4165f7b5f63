package dev.lockkeeper.application.decision;

import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.SampleFacts;
import dev.lockkeeper.domain.decision.SampleRestrictions;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;
import java.util.List;

/** A locked lead, somebody who may read and delete it but not change it, and how to ask for that. */
final class DecisionFixture {

    static final Facts FACTS =
            SampleFacts.locked(SampleRestrictions.USUAL, SampleFacts.BY_OWNER, SampleFacts.COLLEAGUE);

    static final Question QUESTION = question("Leads");
    static final Revision REVISION = new Revision(6);
    static final Duration MAX_WAIT = Duration.ofMillis(200);

    static final Action READ = new Action.Read();
    static final Action UPDATE = new Action.Update(List.of());
    static final Action DELETE = new Action.Perform(RestrictedAction.DELETE);

    private DecisionFixture() {}

    static Question question(String module) {
        return new Question(new Subject("2", false, null), module, new RecordId(4711));
    }

    static Decide.Query query(Action action) {
        return new Decide.Query(QUESTION, action, REVISION);
    }

    static FactFinder finder(ScriptedIndex index, ScriptedIndex store) {
        return new FactFinder(index, store, MAX_WAIT);
    }

    /** A finder whose store is not to be asked. */
    static FactFinder finder(ScriptedIndex index) {
        return finder(index, ScriptedIndex.away());
    }
}
