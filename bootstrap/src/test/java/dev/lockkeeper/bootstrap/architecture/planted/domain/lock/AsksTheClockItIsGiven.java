package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

import java.time.Clock;
import java.time.LocalDate;

final class AsksTheClockItIsGiven {

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
