package dev.lockkeeper.domain.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many calls all processes together may make at once, as it follows from their reports: what every store of {@link
 * CrmUse} does alike.
 *
 * @param value 1 or more
 * @param sankAt when it last sank; null when it never did
 * @param quietSince since when it neither moved nor was anybody turned away; null when neither ever happened
 */
public record CommonConcurrency(
        int value, @Nullable Instant sankAt, @Nullable Instant quietSince) {

    /** Before the first report: all that the organisation's edition allows. */
    public static CommonConcurrency first(int most) {
        return new CommonConcurrency(most, null, null);
    }

    /** What a report makes of it. */
    public CommonConcurrency after(CrmUse.Report report) {
        Instant at = report.at();
        int now = Math.min(value, report.most());
        if (report.turnedAway()) {
            return sankAt == null || !at.isBefore(sankAt.plus(CrmUse.SINKS_AT_MOST_EVERY))
                    ? new CommonConcurrency(Math.max(1, now * 2 / 3), at, later(at))
                    : new CommonConcurrency(now, sankAt, later(at));
        }
        boolean rises =
                now < report.most() && (quietSince == null || !at.isBefore(quietSince.plus(CrmUse.RISES_EVERY)));
        return rises
                ? new CommonConcurrency(now + 1, sankAt, later(at))
                : new CommonConcurrency(now, sankAt, quietSince);
    }

    /** Clocks of processes differ a little. */
    private Instant later(Instant at) {
        return quietSince != null && quietSince.isAfter(at) ? quietSince : at;
    }
}
