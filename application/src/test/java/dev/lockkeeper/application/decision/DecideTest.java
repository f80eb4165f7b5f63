package dev.lockkeeper.application.decision;

import static dev.lockkeeper.application.decision.DecisionFixture.DELETE;
import static dev.lockkeeper.application.decision.DecisionFixture.FACTS;
import static dev.lockkeeper.application.decision.DecisionFixture.QUESTION;
import static dev.lockkeeper.application.decision.DecisionFixture.REVISION;
import static dev.lockkeeper.application.decision.DecisionFixture.UPDATE;
import static dev.lockkeeper.application.decision.DecisionFixture.finder;
import static dev.lockkeeper.application.decision.DecisionFixture.query;
import static dev.lockkeeper.application.decision.ScriptedIndex.LOADING;
import static dev.lockkeeper.application.decision.ScriptedIndex.NOT_KNOWN;
import static dev.lockkeeper.application.decision.ScriptedIndex.answering;
import static dev.lockkeeper.application.decision.ScriptedIndex.away;
import static dev.lockkeeper.application.decision.ScriptedIndex.behind;
import static dev.lockkeeper.application.decision.ScriptedIndex.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.decision.FactFinder.Source;
import dev.lockkeeper.application.decision.ScriptedIndex.Look;
import dev.lockkeeper.domain.decision.AccessRules;
import dev.lockkeeper.domain.decision.Action;
import org.junit.jupiter.api.Test;

/** {@link Decide}, which may wait, and {@link DecideAtOnce}, which may not. */
class DecideTest {

    @Test
    void decidesByTheRulesOnWhatTheIndexKnows() {
        Decide decide = new Decide(finder(answering(known(FACTS))));

        assertThat(decide.execute(query(DELETE))).isEqualTo(decided(DELETE, Source.INDEX));
        assertThat(decide.execute(query(UPDATE))).isEqualTo(decided(UPDATE, Source.INDEX));
        assertThat(decided(DELETE, Source.INDEX).decision().permitted()).isTrue();
        assertThat(decided(UPDATE, Source.INDEX).decision().permitted()).isFalse();
    }

    @Test
    void saysThatItDecidedOnWhatTheStoreKnows() {
        assertThat(new Decide(finder(answering(LOADING), answering(known(FACTS)))).execute(query(UPDATE)))
                .isEqualTo(decided(UPDATE, Source.STORE_WHILE_LOADING));
    }

    @Test
    void asksForWhatTheCallerWantsReflected() {
        ScriptedIndex index = answering(known(FACTS));
        new Decide(finder(index)).execute(query(UPDATE));
        new DecideAtOnce(finder(index)).execute(query(UPDATE));

        assertThat(index.looks).containsExactly(new Look(QUESTION, REVISION), new Look(QUESTION, REVISION));
    }

    @Test
    void tellsNoFromNotKnown() {
        assertThat(new Decide(finder(answering(NOT_KNOWN))).execute(query(UPDATE)))
                .isEqualTo(new Decide.NotKnown());
        assertThat(new Decide(finder(answering(LOADING), away())).execute(query(UPDATE)))
                .isEqualTo(new Decide.NotKnown());
    }

    @Test
    void decidesAtOnceOnWhatTheIndexKnows() {
        DecideAtOnce decide = new DecideAtOnce(finder(answering(known(FACTS))));

        assertThat(decide.execute(query(UPDATE))).isEqualTo(new DecideAtOnce.Decided(decided(UPDATE, Source.INDEX)));
    }

    @Test
    void leavesToOthersAtOnceWhatWouldTakeWaiting() {
        for (ScriptedIndex index : new ScriptedIndex[] {answering(behind(5)), answering(LOADING)}) {
            ScriptedIndex store = answering(known(FACTS));

            assertThat(new DecideAtOnce(finder(index, store)).execute(query(UPDATE)))
                    .isEqualTo(new DecideAtOnce.NotYet());
            assertThat(index.waits).isEmpty();
            assertThat(store.looks).isEmpty();
        }
    }

    @Test
    void saysAtOnceThatNothingCanBeKnown() {
        assertThat(new DecideAtOnce(finder(answering(NOT_KNOWN))).execute(query(UPDATE)))
                .isEqualTo(new DecideAtOnce.NotKnown());
    }

    private static Decide.Decided decided(Action action, Source source) {
        return new Decide.Decided(action, FACTS, AccessRules.decide(FACTS, action), source);
    }
}
