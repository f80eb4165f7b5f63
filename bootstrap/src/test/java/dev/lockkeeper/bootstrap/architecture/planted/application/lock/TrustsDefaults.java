package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Formatter;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;

@SuppressWarnings({"StringCaseLocaleUsage", "AnnotateFormatMethod"}) // That is what is planted.
final class TrustsDefaults {

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    static TimeZone oldZone() {
        return TimeZone.getDefault();
    }

    static Locale locale() {
        return Locale.getDefault();
    }

    static Locale localeOfFormats() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }

    static String lower(String text) {
        return text.toLowerCase();
    }

    static String upper(String text) {
        return text.toUpperCase();
    }

    static UnaryOperator<String> upperByReference() {
        return String::toUpperCase;
    }

    static String format(int number) {
        return String.format("%d", number);
    }

    static String formatted(int number) {
        return "%d".formatted(number);
    }

    static Formatter formatter() {
        return new Formatter();
    }

    static DateTimeFormatter pattern() {
        return DateTimeFormatter.ofPattern("MMM");
    }

    static DateTimeFormatter localized() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
    }

    static DateTimeFormatter built() {
        return new DateTimeFormatterBuilder().toFormatter();
    }
}
