package dev.lockkeeper.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests a caller has left, by a clock that the test sets. */
class AllowancesTest {

    private static final String CALLER = "1777000000001000002";

    private final SetClock clock = new SetClock();

    @Test
    void holdAsManyAsABurst() {
        Allowances allowances = new Allowances(2, 5, clock);

        assertThat(IntStream.range(0, 5))
                .allSatisfy(_ -> assertThat(allowances.take(CALLER)).isZero());
        assertThat(allowances.take(CALLER)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void areFilledUpAgainEvenly() {
        Allowances allowances = new Allowances(4, 1, clock);
        assertThat(allowances.take(CALLER)).isZero();

        clock.pass(Duration.ofMillis(100));
        assertThat(allowances.take(CALLER)).isEqualTo(Duration.ofMillis(150));

        clock.pass(Duration.ofMillis(150));
        assertThat(allowances.take(CALLER)).isZero();
    }

    @Test
    void neverHoldMoreThanABurst() {
        Allowances allowances = new Allowances(1000, 2, clock);
        clock.pass(Duration.ofHours(1));

        assertThat(allowances.take(CALLER)).isZero();
        assertThat(allowances.take(CALLER)).isZero();
        assertThat(allowances.take(CALLER)).isPositive();
    }

    @Test
    void areEachCallersOwn() {
        Allowances allowances = new Allowances(1, 1, clock);

        assertThat(allowances.take(CALLER)).isZero();
        assertThat(allowances.take("another")).isZero();
        assertThat(allowances.take(CALLER)).isPositive();
    }

    @Test
    void areNotUsedUpByWhatIsRefused() {
        Allowances allowances = new Allowances(1, 1, clock);
        allowances.take(CALLER);
        assertThat(IntStream.range(0, 1000))
                .allSatisfy(_ -> assertThat(allowances.take(CALLER)).isEqualTo(Duration.ofSeconds(1)));

        clock.pass(Duration.ofSeconds(1));
        assertThat(allowances.take(CALLER)).isZero();
    }

    @Test
    void areForgottenForMoreCallersThanAreRemembered() {
        Allowances allowances = new Allowances(1, 1, clock);

        for (int caller = 0; caller < 2 * Allowances.MAX_CALLERS; caller++) {
            allowances.take("caller " + caller);
        }

        assertThat(allowances.remembered()).isLessThanOrEqualTo(Allowances.MAX_CALLERS);
    }

    private static final class SetClock implements TimeMeter {

        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
