package dev.lockkeeper.domain.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A record's value of one field, ready to be compared. */
sealed interface FieldValue {

    /** What cannot be compared. */
    enum Unusable implements FieldValue {
        EMPTY,
        /** There is a value, but not of the field's type. */
        WRONG_SHAPE
    }

    record Amount(BigDecimal number) implements FieldValue {}

    record Words(String folded) implements FieldValue {}

    /**
     * The choices of a multi-select pick list.
     *
     * @param folded each once, in order of their code units
     */
    record Choices(List<String> folded) implements FieldValue {}

    record Day(long epochDay) implements FieldValue {}

    /**
     * A date and time.
     *
     * @param epochDay the day it belongs to in {@code zone}
     */
    record Moment(Instant instant, ZoneId zone, long epochDay) implements FieldValue {

        static Moment of(Instant instant, ZoneId zone) {
            return new Moment(instant, zone, Occasion.dayAt(instant, zone).toEpochDay());
        }

        long epochDayIn(ZoneId other) {
            return zone.equals(other)
                    ? epochDay
                    : Occasion.dayAt(instant, other).toEpochDay();
        }
    }

    record Truth(boolean value) implements FieldValue {}

    record Reference(long id) implements FieldValue {}

    /** What a record's JSON says, to a field of this kind. */
    static FieldValue read(ValueKind kind, @Nullable Object json, ZoneId zone) {
        if (json == null || json.equals("") || json.equals(List.of())) {
            return Unusable.EMPTY;
        }
        FieldValue value = switch (kind) {
            case NUMBER -> amount(json);
            case TEXT -> words(json);
            case CHOICES -> choices(json);
            case DATE -> day(json);
            case DATETIME -> moment(json, zone);
            case BOOLEAN -> truth(json);
            case RECORD, USER -> reference(json);
            case NONE -> null;
        };
        return value == null ? Unusable.WRONG_SHAPE : value;
    }

    private static @Nullable FieldValue amount(Object json) {
        BigDecimal number = Literals.number(json);
        return number == null ? null : new Amount(number);
    }

    private static @Nullable FieldValue words(Object json) {
        String text = Literals.text(json);
        return text == null ? null : new Words(CaseFolding.fold(text));
    }

    private static @Nullable FieldValue choices(Object json) {
        List<String> choices;
        if (json instanceof List<?> elements) {
            choices = new ArrayList<>(elements.size());
            for (Object element : elements) {
                String choice = Literals.text(element);
                if (choice == null) {
                    return null;
                }
                choices.add(choice);
            }
        } else {
            String text = Literals.text(json);
            if (text == null) {
                return null;
            }
            choices = Literals.choices(text);
        }
        List<String> folded = Literals.foldedSet(choices);
        return folded.isEmpty() ? Unusable.EMPTY : new Choices(folded);
    }

    private static @Nullable FieldValue day(Object json) {
        LocalDate date = json instanceof String text ? Literals.date(text) : null;
        return date == null ? null : new Day(date.toEpochDay());
    }

    private static @Nullable FieldValue moment(Object json, ZoneId zone) {
        Instant instant = json instanceof String text ? Literals.instant(text) : null;
        return instant == null ? null : Moment.of(instant, zone);
    }

    private static @Nullable FieldValue truth(Object json) {
        String text = Literals.text(json);
        Boolean truth = text == null ? null : Literals.truth(text);
        return truth == null ? null : new Truth(truth);
    }

    private static @Nullable FieldValue reference(Object json) {
        Object id = json instanceof Map<?, ?> reference ? reference.get(Keys.ID) : json;
        OptionalLong value = Literals.id(id);
        return value.isPresent() ? new Reference(value.getAsLong()) : null;
    }
}
