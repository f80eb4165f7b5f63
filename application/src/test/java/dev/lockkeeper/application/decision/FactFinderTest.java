package dev.lockkeeper.application.decision;

import static dev.lockkeeper.application.decision.DecisionFixture.FACTS;
import static dev.lockkeeper.application.decision.DecisionFixture.MAX_WAIT;
import static dev.lockkeeper.application.decision.DecisionFixture.QUESTION;
import static dev.lockkeeper.application.decision.DecisionFixture.REVISION;
import static dev.lockkeeper.application.decision.DecisionFixture.finder;
import static dev.lockkeeper.application.decision.ScriptedIndex.LOADING;
import static dev.lockkeeper.application.decision.ScriptedIndex.NOT_KNOWN;
import static dev.lockkeeper.application.decision.ScriptedIndex.answering;
import static dev.lockkeeper.application.decision.ScriptedIndex.away;
import static dev.lockkeeper.application.decision.ScriptedIndex.behind;
import static dev.lockkeeper.application.decision.ScriptedIndex.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.decision.FactFinder.Found;
import dev.lockkeeper.application.decision.FactFinder.Search;
import dev.lockkeeper.application.decision.FactFinder.Source;
import dev.lockkeeper.application.decision.ScriptedIndex.Look;
import dev.lockkeeper.application.decision.ScriptedIndex.Wait;
import dev.lockkeeper.domain.lock.Revision;
import org.junit.jupiter.api.Test;

/** Whom facts are asked of, in which order, and how often. */
class FactFinderTest {

    private static final Look LOOK = new Look(QUESTION, REVISION);
    private static final Wait WAIT = new Wait(REVISION, MAX_WAIT);

    @Test
    void findsInTheIndexAndLeavesTheStoreAlone() {
        ScriptedIndex index = answering(known(FACTS));
        ScriptedIndex store = away();

        assertThat(finder(index, store).search().find(QUESTION, REVISION)).hasValue(new Found(FACTS, Source.INDEX));
        assertThat(index.looks).containsExactly(LOOK);
        assertThat(index.waits).isEmpty();
        assertThat(store.looks).isEmpty();
    }

    @Test
    void looksAtTheIndexAloneWhereNobodyMayWait() {
        ScriptedIndex index = answering(behind(5));
        ScriptedIndex store = answering(known(FACTS));

        assertThat(finder(index, store).look(QUESTION, REVISION)).isEqualTo(behind(5));
        assertThat(index.looks).containsExactly(LOOK);
        assertThat(index.waits).isEmpty();
        assertThat(store.looks).isEmpty();
    }

    @Test
    void waitsForAnIndexThatIsBehind() {
        ScriptedIndex index = answering(behind(5), known(FACTS));
        ScriptedIndex store = away();

        assertThat(finder(index, store).search().find(QUESTION, REVISION)).hasValue(new Found(FACTS, Source.INDEX));
        assertThat(index.waits).containsExactly(WAIT);
        assertThat(index.looks).containsExactly(LOOK, LOOK);
        assertThat(store.looks).isEmpty();
    }

    @Test
    void asksTheStoreWhereTheIndexStaysBehind() {
        ScriptedIndex index = answering(behind(5));
        ScriptedIndex store = answering(known(FACTS));

        assertThat(finder(index, store).search().find(QUESTION, REVISION))
                .hasValue(new Found(FACTS, Source.STORE_WHILE_BEHIND));
        assertThat(index.looks).containsExactly(LOOK, LOOK);
        assertThat(store.looks).containsExactly(LOOK);
        assertThat(store.waits).isEmpty();
    }

    @Test
    void asksTheStoreAtOnceWhileTheIndexIsLoading() {
        ScriptedIndex index = answering(LOADING);
        ScriptedIndex store = answering(known(FACTS));

        assertThat(finder(index, store).search().find(QUESTION, REVISION))
                .hasValue(new Found(FACTS, Source.STORE_WHILE_LOADING));
        assertThat(index.looks).containsExactly(LOOK);
        assertThat(index.waits).isEmpty();
        assertThat(store.looks).containsExactly(LOOK);
    }

    @Test
    void asksTheStoreSoOftenForACallAndNoMore() {
        ScriptedIndex store = answering(known(FACTS));
        FactFinder.Search search = finder(answering(LOADING), store).search();
        for (int i = 0; i < FactFinder.MOST_ASKED; i++) {
            assertThat(search.find(QUESTION, REVISION)).isPresent();
        }

        assertThat(search.find(QUESTION, REVISION)).isEmpty();
        assertThat(store.looks).hasSize(FactFinder.MOST_ASKED);
    }

    @Test
    void doesNotLoadTheStoreWithWhatTheIndexDoesNotKnow() {
        ScriptedIndex store = answering(known(FACTS));

        assertThat(finder(answering(NOT_KNOWN), store).search().find(QUESTION, REVISION))
                .isEmpty();
        assertThat(finder(answering(behind(5), NOT_KNOWN), store).search().find(QUESTION, REVISION))
                .isEmpty();
        assertThat(store.looks).isEmpty();
    }

    @Test
    void waitsOnceForACallHoweverMuchItAsks() {
        ScriptedIndex index = answering(behind(5));
        FactFinder finder = finder(index, answering(known(FACTS)));

        Search search = finder.search();
        assertThat(search.find(QUESTION, REVISION)).isPresent();
        assertThat(search.find(QUESTION, REVISION)).isPresent();
        assertThat(search.find(QUESTION, REVISION)).isPresent();
        assertThat(index.waits).containsExactly(WAIT);
        assertThat(index.looks).hasSize(4);

        assertThat(finder.search().find(QUESTION, REVISION)).isPresent();
        assertThat(index.waits).containsExactly(WAIT, WAIT);
    }

    @Test
    void doesNotAskTheStoreAgainForARevisionThatItCannotHave() {
        ScriptedIndex store = answering(behind(5));
        Search search = finder(answering(LOADING), store).search();

        assertThat(search.find(QUESTION, new Revision(7))).isEmpty();
        assertThat(search.find(QUESTION, new Revision(7))).isEmpty();
        assertThat(search.find(QUESTION, new Revision(6))).isEmpty();
        assertThat(store.looks).containsExactly(new Look(QUESTION, new Revision(7)));
    }

    @Test
    void asksTheStoreAgainForARevisionThatItHas() {
        ScriptedIndex store = answering(behind(5), known(FACTS));
        Search search = finder(answering(LOADING), store).search();

        assertThat(search.find(QUESTION, new Revision(7))).isEmpty();
        assertThat(search.find(QUESTION, new Revision(5))).hasValue(new Found(FACTS, Source.STORE_WHILE_LOADING));
        assertThat(store.looks).hasSize(2);
    }

    @Test
    void asksAStoreThatIsAwayOnceForACall() {
        ScriptedIndex store = away();
        FactFinder finder = finder(answering(behind(5)), store);

        Search search = finder.search();
        assertThat(search.find(QUESTION, REVISION)).isEmpty();
        assertThat(search.find(QUESTION, REVISION)).isEmpty();
        assertThat(store.looks).containsExactly(LOOK);

        assertThat(finder.search().find(QUESTION, REVISION)).isEmpty();
        assertThat(store.looks).containsExactly(LOOK, LOOK);
    }

    @Test
    void findsNothingWhereTheStoreKnowsNothing() {
        assertThat(finder(answering(LOADING), answering(LOADING)).search().find(QUESTION, REVISION))
                .isEmpty();
        assertThat(finder(answering(LOADING), answering(NOT_KNOWN)).search().find(QUESTION, REVISION))
                .isEmpty();
    }
}
