package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.domain.lock.Revision;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** AuthZEN's context, of which one member counts: {@code {"at_least_as_fresh": revision}}. */
final class ContextRequest {

    static final String NAME = "context";

    /** What a revision is, for the one who sent none. */
    static final String RULE = "at_least_as_fresh: a revision, which is a whole number from 0 on";

    private static final int LONG_BITS = 63;

    private ContextRequest() {}

    static Sent<Revision> read(Map<?, ?> context) {
        Optional<Revision> atLeast = switch (context.get("at_least_as_fresh")) {
            case null -> Optional.of(Revision.NONE);
            case String digits -> revision(digits);
            case BigDecimal number when isRevision(number) -> Optional.of(new Revision(number.longValue()));
            default -> Optional.empty();
        };
        return atLeast.isPresent() ? new Sent.Read<>(atLeast.get()) : new Sent.Malformed<>("context." + RULE);
    }

    /** The revision that digits write; empty when they are none, or too many. */
    static Optional<Revision> revision(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return Optional.empty();
            }
            value = value * 10 + digit;
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(new Revision(value));
    }

    private static boolean isRevision(BigDecimal number) {
        return number.scale() == 0
                && number.signum() >= 0
                && number.unscaledValue().bitLength() <= LONG_BITS;
    }
}
