package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"}) // That is what is planted.
final class ReadsTheSystemClock {

    static Instant instant() {
        return Instant.now();
    }

    static Supplier<Instant> instantByReference() {
        return Instant::now;
    }

    static Supplier<Instant> instantInALambda() {
        return () -> Instant.now().plusSeconds(1);
    }

    static LocalDate date() {
        return LocalDate.now();
    }

    static ZonedDateTime timeInAZone() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static Clock tickingClock() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }

    static InstantSource source() {
        return InstantSource.system();
    }

    static long milliseconds() {
        return System.currentTimeMillis();
    }

    static long nanoseconds() {
        return System.nanoTime();
    }

    static Date oldDate() {
        return new Date();
    }

    static Calendar calendar() {
        return Calendar.getInstance();
    }
}
