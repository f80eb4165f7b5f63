package dev.lockkeeper.adapter.rest.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The place after which a list goes on, as an opaque word. */
public final class Cursor {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

    private Cursor() {}

    /** A place that a number says. */
    public static String of(long number) {
        return encode(Long.toString(number));
    }

    /** The number that a cursor of ours stands for, or empty when it is not one of ours. */
    public static Optional<Long> number(String cursor) {
        return decode(cursor, NUMBER).flatMap(text -> {
            try {
                return Optional.of(Long.valueOf(text));
            } catch (NumberFormatException e) {
                // Nineteen digits may be more than 64 bits hold; none of ours are.
                return Optional.empty();
            }
        });
    }

    public static String encode(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place that a cursor stands for, or empty when it does not have this form. */
    public static Optional<String> decode(String cursor, Pattern form) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return form.matcher(place).matches() ? Optional.of(place) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not Base64, so not ours.
            return Optional.empty();
        }
    }
}
