package dev.lockkeeper.domain.lock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the history of locks is kept. Each part of it takes a {@value #PARTS}th of that, at most {@link #LONGEST_PART},
 * so that a change is kept as long as that beyond its time.
 *
 * @param time null: for ever
 */
public record HistoryRetention(@Nullable TemporalAmount time) {

    public static final HistoryRetention FOR_EVER = new HistoryRetention(null);

    /** What looks for something in all of them takes longer the more there are. */
    static final int PARTS = 6;

    static final Duration LONGEST_PART = Duration.ofDays(366);

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** When the shortest and the longest are measured; a month is not always as long. */
    private static final Instant SOME_TIME = Instant.parse("2025-03-01T00:00:00Z");

    public HistoryRetention {
        if (time != null) {
            Duration length = Duration.between(before(SOME_TIME, time), SOME_TIME);
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A history is kept from a day to a hundred years, not " + time);
            }
        }
    }

    /**
     * Reads a time as ISO 8601 writes it: {@code P24M}, {@code P730D}, {@code PT36H}.
     *
     * @return empty for what is no time from a day to a hundred years
     */
    public static Optional<HistoryRetention> of(String text) {
        try {
            return Optional.of(new HistoryRetention(text.contains("T") ? Duration.parse(text) : Period.parse(text)));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            // Its message says no more than that it is none.
            return Optional.empty();
        }
    }

    /** Nothing of before need be kept; empty where all of it is. */
    public Optional<Instant> keptFrom(Instant now) {
        return Optional.ofNullable(time).map(kept -> before(now, kept));
    }

    /** A part that began by then has lasted for its time. */
    public Instant partsBegunBy(Instant now) {
        return now.minus(keptFrom(now)
                .map(from -> Duration.between(from, now).dividedBy(PARTS))
                .filter(part -> part.compareTo(LONGEST_PART) < 0)
                .orElse(LONGEST_PART));
    }

    private static Instant before(Instant now, TemporalAmount time) {
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC).minus(time).toInstant();
    }
}
