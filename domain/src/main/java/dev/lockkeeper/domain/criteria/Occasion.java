package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When and for whom a condition is evaluated.
 *
 * @param today what {@code ${TODAY}} is; {@code ${YESTERDAY}} and {@code ${TOMORROW}} are the days beside it
 * @param zone whose days are meant where a date and time is compared with a day
 * @param currentUser who {@code ${CURRENTUSER}} is, if anyone is
 */
public record Occasion(
        LocalDate today, ZoneId zone, @Nullable UserId currentUser) {

    /** The occasion of what {@code currentUser} does now. */
    public static Occasion at(Instant now, ZoneId zone, @Nullable UserId currentUser) {
        return new Occasion(dayAt(now, zone), zone, currentUser);
    }

    /**
     * The day that a moment belongs to. A day lasts from its own start to the start of the next day, whichever hours
     * between them a clock shows, so that every moment is in one day only and days follow each other.
     */
    static LocalDate dayAt(Instant moment, ZoneId zone) {
        LocalDate shown = LocalDate.ofInstant(moment, zone);
        LocalDate next = shown.plusDays(1);
        // Clocks that go back at 00:01, as they did in St John's until 2011, return to a day that was over.
        return next.atStartOfDay(zone).toInstant().isAfter(moment) ? shown : next;
    }
}
