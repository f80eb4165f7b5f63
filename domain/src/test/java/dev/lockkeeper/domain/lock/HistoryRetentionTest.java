package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P24M, 2024-11-22T12:00:00Z",
        "P1Y, 2025-11-22T12:00:00Z",
        "P30D, 2026-10-23T12:00:00Z",
        "PT36H, 2026-11-21T00:00:00Z",
        "P1DT12H, 2026-11-21T00:00:00Z"
    })
    void keepsForItsTime(String time, Instant from) {
        assertThat(HistoryRetention.of(time).orElseThrow().keptFrom(NOW)).contains(from);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "24M", "P", "P0D", "PT23H59M", "P-1Y", "P1201M", "P99999999999D", "PT9999999999999999H"})
    void takesNothingElse(String text) {
        assertThat(HistoryRetention.of(text)).isEmpty();
    }

    @Test
    void keepsForEverWhereNoTimeIsSaid() {
        assertThat(HistoryRetention.FOR_EVER.keptFrom(NOW)).isEmpty();
        assertThat(HistoryRetention.FOR_EVER.partsBegunBy(NOW)).isEqualTo(NOW.minus(HistoryRetention.LONGEST_PART));
        assertThatThrownBy(() -> new HistoryRetention(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasPartsOfASixthOfItAndOfAYearAtMost() {
        assertThat(HistoryRetention.of("P30D").orElseThrow().partsBegunBy(NOW))
                .isEqualTo(NOW.minus(Duration.ofDays(5)));
        assertThat(HistoryRetention.of("P50Y").orElseThrow().partsBegunBy(NOW))
                .isEqualTo(NOW.minus(HistoryRetention.LONGEST_PART));
    }
}
