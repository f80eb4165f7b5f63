package dev.lockkeeper.application.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.lock.History;
import dev.lockkeeper.domain.lock.HistoryRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TendHistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final List<String> asked = new ArrayList<>();

    /** Only tells what it is asked. */
    private final History history = new History() {

        @Override
        public boolean beginPart(Instant now, Instant ifBegunBy) {
            asked.add("begin " + now + " if begun by " + ifBegunBy);
            return true;
        }

        @Override
        public int forgetParts(Instant endedBy) {
            asked.add("forget " + endedBy);
            return 2;
        }
    };

    private TendHistory.Tally tend(HistoryRetention retention) {
        return new TendHistory(history, retention, Clock.fixed(NOW, ZoneOffset.UTC)).execute();
    }

    @Test
    void beginsPartsOfASixthAndForgetsWhatNeedNotBeKept() {
        assertThat(tend(new HistoryRetention(Period.ofDays(60)))).isEqualTo(new TendHistory.Tally(true, 2));
        assertThat(asked)
                .containsExactly(
                        "begin " + NOW + " if begun by " + NOW.minus(Duration.ofDays(10)),
                        "forget " + NOW.minus(Duration.ofDays(60)));
    }

    @Test
    void forgetsNothingThatIsKeptForEver() {
        assertThat(tend(HistoryRetention.FOR_EVER)).isEqualTo(new TendHistory.Tally(true, 0));
        assertThat(asked).containsExactly("begin " + NOW + " if begun by " + NOW.minus(Duration.ofDays(366)));
    }
}
