package dev.lockkeeper.domain.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.crm.CrmUse.Report;
import dev.lockkeeper.domain.crm.CrmUse.Share;
import dev.lockkeeper.domain.identity.Together;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CrmUse} does. Each test wants an empty store. */
public interface CrmUseContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    CrmUse use();

    private Share quiet(Instant at) {
        return use().report(new Report("one", at, 0, false, 10));
    }

    private Share turnedAway(String process, Instant at) {
        return use().report(new Report(process, at, 0, true, 10));
    }

    @Test
    default void givesTheFirstProcessEverything() {
        Share share = use().report(new Report("one", NOON, 7, false, 10));

        assertThat(share).isEqualTo(new Share(10, 1, 7));
        assertThat(share.atOnce()).isEqualTo(10);
    }

    @Test
    default void sharesAmongTheProcessesThatReport() {
        quiet(NOON);

        Share two = use().report(new Report("two", NOON.plusSeconds(1), 0, false, 10));
        Share three = use().report(new Report("three", NOON.plusSeconds(2), 0, false, 10));

        assertThat(two.processes()).isEqualTo(2);
        assertThat(three.processes()).isEqualTo(3);
        assertThat(three.atOnce()).isEqualTo(3);
        use().leave("two");
        use().leave("nobody");
        assertThat(quiet(NOON.plusSeconds(3)).processes()).isEqualTo(2);
        assertThat(quiet(NOON.plusSeconds(2).plus(CrmUse.ABSENT_AFTER)).processes())
                .isEqualTo(1);
    }

    @Test
    default void countsTheCallsOfADay() {
        use().report(new Report("one", NOON, 5, false, 10));
        use().report(new Report("two", NOON.plus(Duration.ofHours(5)), 3, false, 10));

        assertThat(use().report(new Report("one", NOON.plus(Duration.ofHours(6)), 2, false, 10))
                        .callsOfDay())
                .isEqualTo(10);
        assertThat(quiet(NOON.plus(CrmUse.DAY).minusSeconds(1)).callsOfDay()).isEqualTo(10);
        assertThat(quiet(NOON.plus(CrmUse.DAY).plus(Duration.ofHours(1))).callsOfDay())
                .isEqualTo(5);
        assertThat(quiet(NOON.plus(Duration.ofDays(3))).callsOfDay()).isZero();
    }

    @Test
    default void sinksByAThirdAndNotTwiceWithinASecond() {
        assertThat(turnedAway("one", NOON).concurrency()).isEqualTo(6);
        assertThat(turnedAway("two", NOON.plusMillis(999)).concurrency()).isEqualTo(6);
        assertThat(turnedAway("two", NOON.plusMillis(1000)).concurrency()).isEqualTo(4);
        Share share = turnedAway("two", NOON.plusMillis(2000));
        for (int second = 3; second < 12; second++) {
            share = turnedAway("two", NOON.plusSeconds(second));
        }
        assertThat(share.concurrency()).isEqualTo(1);
        assertThat(share.atOnce()).isEqualTo(1);
    }

    @Test
    default void risesByOneAtATimeWhereNobodyIsTurnedAway() {
        turnedAway("one", NOON);
        assertThat(quiet(NOON.plusMillis(9_999)).concurrency()).isEqualTo(6);
        assertThat(quiet(NOON.plusSeconds(10)).concurrency()).isEqualTo(7);
        assertThat(quiet(NOON.plusSeconds(11)).concurrency()).isEqualTo(7);
        assertThat(quiet(NOON.plusSeconds(20)).concurrency()).isEqualTo(8);
        assertThat(quiet(NOON.plusSeconds(60)).concurrency()).isEqualTo(9);
        assertThat(quiet(NOON.plusSeconds(70)).concurrency()).isEqualTo(10);
        assertThat(quiet(NOON.plusSeconds(80)).concurrency()).isEqualTo(10);
    }

    @Test
    default void waitsAgainAfterSomebodyWasTurnedAwayWithoutASinking() {
        turnedAway("one", NOON);
        turnedAway("two", NOON.plusMillis(500));

        assertThat(quiet(NOON.plusSeconds(10)).concurrency()).isEqualTo(6);
        assertThat(quiet(NOON.plusMillis(10_500)).concurrency()).isEqualTo(7);
    }

    @Test
    default void neverGivesMoreThanTheEditionAllows() {
        quiet(NOON);

        assertThat(use().report(new Report("one", NOON.plusSeconds(1), 0, false, 5))
                        .concurrency())
                .isEqualTo(5);
        assertThat(quiet(NOON.plusSeconds(30)).concurrency()).isEqualTo(6);
    }

    @Test
    default void losesNoReportOfMany() {
        Together.run(8, i -> {
            for (int report = 0; report < 20; report++) {
                use().report(new Report("process " + i, NOON.plusMillis(report), 1, false, 10));
            }
            return true;
        });

        assertThat(quiet(NOON.plusSeconds(1))).isEqualTo(new Share(10, 9, 160));
    }
}
