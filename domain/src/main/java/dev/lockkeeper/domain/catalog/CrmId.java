package dev.lockkeeper.domain.catalog;

import java.util.OptionalLong;

/**
 * How Zoho CRM writes an id: a positive 64-bit integer in decimal digits, without a sign or leading zeros.
 *
 * <p>Source: the wire contract, section "Locking information".
 */
public final class CrmId {

    private static final int MAX_DIGITS = 19;

    private CrmId() {}

    /** The id that {@code text} writes, or empty when it writes none. */
    public static OptionalLong parse(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS || text.charAt(0) == '0') {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        // Nineteen digits overflow at most once, into the negative.
        return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /**
     * Refuses what cannot be an id.
     *
     * @throws IllegalArgumentException when {@code value} is not positive
     */
    public static void requirePositive(long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is a positive 64-bit integer, not " + value);
        }
    }
}
