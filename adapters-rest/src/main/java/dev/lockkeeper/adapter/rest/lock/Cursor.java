package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** The place after which a list goes on, as an opaque word. */
final class Cursor {

    private Cursor() {}

    static String of(LockSearch.Place place) {
        return encode(ChronoUnit.MICROS.between(Instant.EPOCH, place.lockedAt()) + "." + place.lock());
    }

    static String of(Revision revision) {
        return encode(revision.toString());
    }

    /** The place that a cursor of ours stands for, or empty when it is not one of ours. */
    static Optional<LockSearch.Place> place(String cursor) {
        return decode(cursor, "(-?[0-9]{1,18})\\.[0-9]{1,19}").flatMap(text -> {
            int dot = text.indexOf('.');
            Instant lockedAt = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS);
            return LockId.parse(text.substring(dot + 1)).map(lock -> new LockSearch.Place(lockedAt, lock));
        });
    }

    /** The revision that a cursor of ours stands for, or empty when it is not one of ours. */
    static Optional<Revision> revision(String cursor) {
        return decode(cursor, "[0-9]{1,18}").map(Long::valueOf).map(Revision::new);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> decode(String cursor, String form) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.matches(form) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not Base64, so not ours.
            return Optional.empty();
        }
    }
}
