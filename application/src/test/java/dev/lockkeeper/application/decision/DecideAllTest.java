package dev.lockkeeper.application.decision;

import static dev.lockkeeper.application.decision.DecideAll.Semantic.DENY_ON_FIRST_DENY;
import static dev.lockkeeper.application.decision.DecideAll.Semantic.EXECUTE_ALL;
import static dev.lockkeeper.application.decision.DecideAll.Semantic.PERMIT_ON_FIRST_PERMIT;
import static dev.lockkeeper.application.decision.DecisionFixture.DELETE;
import static dev.lockkeeper.application.decision.DecisionFixture.FACTS;
import static dev.lockkeeper.application.decision.DecisionFixture.READ;
import static dev.lockkeeper.application.decision.DecisionFixture.REVISION;
import static dev.lockkeeper.application.decision.DecisionFixture.UPDATE;
import static dev.lockkeeper.application.decision.DecisionFixture.finder;
import static dev.lockkeeper.application.decision.DecisionFixture.query;
import static dev.lockkeeper.application.decision.DecisionFixture.question;
import static dev.lockkeeper.application.decision.ScriptedIndex.NOT_KNOWN;
import static dev.lockkeeper.application.decision.ScriptedIndex.answering;
import static dev.lockkeeper.application.decision.ScriptedIndex.away;
import static dev.lockkeeper.application.decision.ScriptedIndex.behind;
import static dev.lockkeeper.application.decision.ScriptedIndex.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.application.decision.DecideAll.Answer;
import dev.lockkeeper.application.decision.DecideAll.Answered;
import dev.lockkeeper.application.decision.DecideAll.Asked;
import dev.lockkeeper.application.decision.DecideAll.Item;
import dev.lockkeeper.application.decision.DecideAll.Malformed;
import dev.lockkeeper.application.decision.DecideAll.Refused;
import dev.lockkeeper.application.decision.DecideAll.Semantic;
import dev.lockkeeper.domain.decision.Question;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many questions in one call; what {@code Elsewhere} holds cannot be known. */
class DecideAllTest {

    private static final Question ELSEWHERE = question("Elsewhere");
    private static final Item PERMITTED = new Asked(query(READ));
    private static final Item PERMITTED_TOO = new Asked(query(DELETE));
    private static final Item DENIED = new Asked(query(UPDATE));
    private static final Item NOT_KNOWABLE = new Asked(new Decide.Query(ELSEWHERE, READ, REVISION));
    private static final Item MALFORMED = new Malformed("no subject");

    private final ScriptedIndex index = answering(question -> question.equals(ELSEWHERE) ? NOT_KNOWN : known(FACTS));
    private final DecideAll decideAll = new DecideAll(finder(index));

    @Test
    void answersEverythingInItsOrder() {
        assertThat(decideAll.execute(
                        List.of(DENIED, MALFORMED, PERMITTED, NOT_KNOWABLE, PERMITTED_TOO, DENIED), EXECUTE_ALL))
                .containsExactly(
                        answer(DENIED),
                        new Refused("no subject"),
                        answer(PERMITTED),
                        new Answered(new Decide.NotKnown()),
                        answer(PERMITTED_TOO),
                        answer(DENIED));
    }

    @Test
    void stopsAfterTheFirstDenial() {
        assertThat(execute(DENY_ON_FIRST_DENY, PERMITTED, PERMITTED_TOO, DENIED, PERMITTED))
                .containsExactly(answer(PERMITTED), answer(PERMITTED_TOO), answer(DENIED));
        assertThat(index.looks).hasSize(3);
    }

    @Test
    void takesWhatCannotBeDecidedForADenial() {
        assertThat(execute(DENY_ON_FIRST_DENY, PERMITTED, MALFORMED, PERMITTED))
                .containsExactly(answer(PERMITTED), new Refused("no subject"));
        assertThat(execute(DENY_ON_FIRST_DENY, PERMITTED, NOT_KNOWABLE, PERMITTED))
                .containsExactly(answer(PERMITTED), new Answered(new Decide.NotKnown()));
    }

    @Test
    void stopsAfterTheFirstPermission() {
        assertThat(execute(PERMIT_ON_FIRST_PERMIT, DENIED, MALFORMED, NOT_KNOWABLE, PERMITTED, DENIED, PERMITTED_TOO))
                .containsExactly(
                        answer(DENIED),
                        new Refused("no subject"),
                        new Answered(new Decide.NotKnown()),
                        answer(PERMITTED));
    }

    @Test
    void answersEverythingWhereNothingStopsIt() {
        assertThat(execute(DENY_ON_FIRST_DENY, PERMITTED, PERMITTED_TOO)).hasSize(2);
        assertThat(execute(PERMIT_ON_FIRST_PERMIT, DENIED, MALFORMED, DENIED)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void answersNothingToNoItems(Semantic semantic) {
        assertThat(decideAll.execute(List.of(), semantic)).isEmpty();
        assertThat(index.looks).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesMoreThanAThousandItemsWithoutALook(Semantic semantic) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decideAll.execute(Collections.nCopies(1001, DENIED), semantic));
        assertThat(index.looks).isEmpty();
    }

    @Test
    void answersAThousandItems() {
        assertThat(decideAll.execute(Collections.nCopies(1000, DENIED), EXECUTE_ALL))
                .hasSize(1000);
    }

    @Test
    void waitsOnceAndAsksAStoreThatIsAwayOnceForAllItems() {
        ScriptedIndex late = answering(behind(5));
        ScriptedIndex store = away();

        assertThat(new DecideAll(finder(late, store)).execute(Collections.nCopies(3, PERMITTED), EXECUTE_ALL))
                .hasSize(3)
                .containsOnly(new Answered(new Decide.NotKnown()));
        assertThat(late.waits).hasSize(1);
        assertThat(store.looks).hasSize(1);
    }

    private List<Answer> execute(Semantic semantic, Item... items) {
        return decideAll.execute(Arrays.asList(items), semantic);
    }

    /** What is answered to the same question asked alone. */
    private static Answer answer(Item item) {
        return new Answered(new Decide(finder(answering(known(FACTS)))).execute(((Asked) item).query()));
    }
}
