package dev.lockkeeper.domain.lock.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.TestSeed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The checker on histories that are made at random; seeded: {@link TestSeed}. */
class RandomHistoriesTest {

    private static final int LONGEST_THAT_EVERY_ORDER_IS_TRIED_OF = 6;

    private final Random random = TestSeed.random(RandomHistoriesTest.class);
    private final RandomHistory histories = new RandomHistory(random);

    @Test
    void acceptsLinearizableHistories() throws Exception {
        for (int round = 0; round < 60; round++) {
            List<Operation> history =
                    histories.linearizable(1 + random.nextInt(250), 1 + random.nextInt(8), random.nextInt(6));

            assertThat(Linearizability.contradictionIn(history)).isEmpty();
            assertThat(Linearizability.contradictionIn(RandomHistory.withoutRevisions(history)))
                    .isEmpty();
        }
    }

    @Test
    void agreesWithWhoeverTriesEveryOrder() throws Exception {
        EveryOrder every = new EveryOrder(Replay::explains);
        int accepted = 0;
        int refused = 0;
        while (accepted < 300 || refused < 300) {
            List<Operation> history = histories.linearizable(4, 1 + random.nextInt(4), random.nextInt(40));
            if (history.size() <= LONGEST_THAT_EVERY_ORDER_IS_TRIED_OF) {
                List<Operation> mutated =
                        histories.mutated(random.nextBoolean() ? history : RandomHistory.withoutRevisions(history));
                boolean isLinearizable = every.hasOneFor(mutated);
                Optional<Contradiction> contradiction = Linearizability.contradictionIn(mutated);

                assertThat(contradiction.isEmpty())
                        .as("%s of %s", contradiction, mutated)
                        .isEqualTo(isLinearizable);
                if (isLinearizable) {
                    accepted++;
                } else {
                    refused++;
                }
            }
        }
    }
}
