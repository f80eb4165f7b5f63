package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.catalog.CrmId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How values are written, in a rule and in a record alike. What is written otherwise is {@code null}. */
final class Literals {

    /** Written without an exponent, at most these; leaves room for blanks, signs, a point and an exponent. */
    private static final int MAX_NUMBER_LENGTH = 2 * CriteriaReader.MAX_DIGITS;

    /** 2<sup>10</sup> is more than 10<sup>3</sup>. */
    private static final int MAX_BITS = CriteriaReader.MAX_DIGITS * 10 / 3;

    private static final String CHARACTERS_OF_NUMBERS = "0123456789+-.eE";
    private static final int DATE_LENGTH = 10;
    private static final int MAX_MOMENT_LENGTH = "2018-09-01T01:00:00.123456789-04:00:00".length();

    private Literals() {}

    /** A text, or a number or boolean as JSON writes it. */
    static @Nullable String text(@Nullable Object json) {
        return switch (json) {
            case String text -> text;
            case Boolean truth -> truth.toString();
            case Number written -> {
                BigDecimal number = number(written);
                yield number == null ? null : number.toPlainString();
            }
            case null, default -> null;
        };
    }

    /** A number, or a text that writes one, possibly with blanks around it. */
    static @Nullable BigDecimal number(Object json) {
        return switch (json) {
            case BigDecimal number -> withinLimits(number);
            case BigInteger number -> withinLimits(new BigDecimal(number));
            case Number number -> parsedNumber(number.toString());
            case String text -> parsedNumber(withoutBlanks(text));
            default -> null;
        };
    }

    private static @Nullable BigDecimal parsedNumber(String text) {
        if (text.length() > MAX_NUMBER_LENGTH) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            // BigDecimal also reads the digits of other scripts, which are no number in JSON.
            if (CHARACTERS_OF_NUMBERS.indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        try {
            return withinLimits(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Without a look at the size of the exponent, a few characters could write gigabytes of digits. */
    private static @Nullable BigDecimal withinLimits(BigDecimal number) {
        // The bits first: to count the digits of a huge number takes time that grows faster than the number does.
        if (number.unscaledValue().bitLength() > MAX_BITS) {
            return null;
        }
        long digitsBeforePoint = (long) number.precision() - number.scale();
        long digits = Math.max(Math.max(number.precision(), number.scale()), digitsBeforePoint);
        return digits <= CriteriaReader.MAX_DIGITS ? number : null;
    }

    private static String withoutBlanks(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    /** A date such as {@code 2018-09-01}. Years have four digits. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || !startsWithDigit(text)) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * A date and time with its offset such as {@code 2018-09-01T01:00:00-04:00}; seconds may be left out or have a
     * fraction, and {@code Z} is an offset. Years have four digits.
     */
    static @Nullable Instant instant(String text) {
        if (text.length() > MAX_MOMENT_LENGTH || !startsWithDigit(text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Java reads a sign before the year, and more than four digits after one. */
    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    static @Nullable Boolean truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }

    /** An id, as a text or as a whole number. */
    static OptionalLong id(@Nullable Object json) {
        String text = text(json);
        return text == null ? OptionalLong.empty() : CrmId.parse(text);
    }

    /** The choices of a multi-select pick list that Zoho writes as one text. */
    static List<String> choices(String text) {
        return Arrays.asList(text.split(";", -1));
    }

    /** These texts without regard to case, order, repetition, and those that are empty. */
    static List<String> foldedSet(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .map(CaseFolding::fold)
                .distinct()
                .sorted()
                .toList();
    }
}
