package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.page.Cursor;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockSearch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** The place of a lock among the locks found. */
final class LockCursor {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18})\\.[0-9]{1,19}");

    private LockCursor() {}

    static String of(LockSearch.Place place) {
        return Cursor.encode(ChronoUnit.MICROS.between(Instant.EPOCH, place.lockedAt()) + "." + place.lock());
    }

    /** The place that a cursor of ours stands for, or empty when it is not one of ours. */
    static Optional<LockSearch.Place> place(String cursor) {
        return Cursor.decode(cursor, FORM).flatMap(text -> {
            int dot = text.indexOf('.');
            Instant lockedAt = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS);
            return LockId.parse(text.substring(dot + 1)).map(lock -> new LockSearch.Place(lockedAt, lock));
        });
    }
}
