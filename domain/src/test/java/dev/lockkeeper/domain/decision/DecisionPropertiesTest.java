package dev.lockkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.decision.NaiveDecision.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for all decisions, whoever asks for whatever. Seeded: {@link TestSeed}. */
class DecisionPropertiesTest {

    private static final int SITUATIONS = 1_000_000;
    private static final int OFTEN = 5_000;

    /** Answers that are told apart by their code, and {@code not_locked}, which may be a yes or a no. */
    private static final int ANSWERS = ReasonCode.values().length + 1;

    @Test
    void decidesWhatTheContractSays() {
        AnySituation any = new AnySituation(TestSeed.random(getClass()));
        Map<String, Integer> answers = new HashMap<>();
        Map<String, Integer> actions = new HashMap<>();

        for (int i = 0; i < SITUATIONS; i++) {
            Situation situation = any.next();
            Answer answer = answer(AccessRules.decide(situation.facts(), situation.wanted()));

            assertThat(answer).as("%s", situation).isEqualTo(new NaiveDecision(situation).answer());
            answers.merge(answer.reasonCode() + " " + answer.decision(), 1, Integer::sum);
            actions.merge(situation.action(), 1, Integer::sum);
        }

        assertThat(answers)
                .hasSize(ANSWERS)
                .allSatisfy((answer, times) -> assertThat(times).isGreaterThan(OFTEN));
        assertThat(actions)
                .containsOnlyKeys(AnySituation.ACTIONS)
                .allSatisfy((action, times) -> assertThat(times).isGreaterThan(OFTEN));
    }

    private static Answer answer(Decision decision) {
        return new Answer(
                decision.permitted(), decision.reason().wireName(), decision.deniedFields(), decision.allowedFields());
    }
}
