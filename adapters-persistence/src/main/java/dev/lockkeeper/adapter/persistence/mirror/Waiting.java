package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.mirror.IntentId;
import dev.lockkeeper.domain.mirror.IntentResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for intents by asking again and again: whoever settles one may be another process. */
final class Waiting {

    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Database database;

    Waiting(Database database) {
        this.database = database;
    }

    /** Empty when the intent is open still when the time is over, or not known any more. */
    Optional<IntentResult> await(IntentId intent, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long pause = SHORTEST_PAUSE_NANOS;
        while (true) {
            List<Optional<IntentResult>> known = database.query(
                    MirrorStatements.RESULT,
                    parameters -> parameters.bigint(intent.value()),
                    row -> Optional.ofNullable(row.getString("result")).map(IntentRows::read));
            long left = end - System.nanoTime();
            if (known.isEmpty() || known.getFirst().isPresent() || left <= 0) {
                return known.stream().flatMap(Optional::stream).findFirst();
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(pause, left));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }
}
