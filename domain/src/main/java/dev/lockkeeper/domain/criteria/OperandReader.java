package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.criteria.Operand.ChoiceOperand;
import dev.lockkeeper.domain.criteria.Operand.ChoicesOperand;
import dev.lockkeeper.domain.criteria.Operand.CurrentUser;
import dev.lockkeeper.domain.criteria.Operand.DateOperand;
import dev.lockkeeper.domain.criteria.Operand.IdOperand;
import dev.lockkeeper.domain.criteria.Operand.MomentOperand;
import dev.lockkeeper.domain.criteria.Operand.NumberOperand;
import dev.lockkeeper.domain.criteria.Operand.Presence;
import dev.lockkeeper.domain.criteria.Operand.RelativeDay;
import dev.lockkeeper.domain.criteria.Operand.TextOperand;
import dev.lockkeeper.domain.criteria.Operand.TruthOperand;
import dev.lockkeeper.domain.store.StorableText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code value} of a condition.
 *
 * @param kind what the field compared holds
 * @param comparator what is done with the value
 */
record OperandReader(ValueKind kind, Comparator comparator) {

    /** What {@link #read} found. */
    sealed interface Result {}

    record Read(List<Operand> operands) implements Result {}

    /**
     * There are no operands in it.
     *
     * @param path of the value, or of the array's element that is wrong
     */
    record Invalid(String path) implements Result {}

    /** The operands that the JSON at {@code path} writes. */
    Result read(Object json, String path) {
        if (comparator.takesOneValue()) {
            Operand operand = operand(json);
            return operand == null ? new Invalid(path) : new Read(List.of(operand));
        }
        if (!(json instanceof List<?> elements) || !comparator.takes(elements.size())) {
            return new Invalid(path);
        }
        List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Operand operand = operand(elements.get(i));
            if (operand == null) {
                return new Invalid(Keys.at(path, i));
            }
            operands.add(operand);
        }
        return new Read(operands);
    }

    private @Nullable Operand operand(@Nullable Object json) {
        boolean refers = kind == ValueKind.RECORD || kind == ValueKind.USER;
        Object written = refers && json instanceof Map<?, ?> reference ? reference.get(Keys.ID) : json;
        String text = Literals.text(written);
        if (text == null || text.isEmpty() || !canBeKept(text)) {
            return null;
        }
        for (Presence presence : Presence.values()) {
            if (text.equals(presence.text())) {
                return asksForPresence() ? presence : null;
            }
        }
        return operand(text);
    }

    private boolean asksForPresence() {
        return kind != ValueKind.BOOLEAN && comparesAsAWhole();
    }

    private boolean comparesAsAWhole() {
        return comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL;
    }

    private @Nullable Operand operand(String text) {
        return switch (kind) {
            case NUMBER -> number(text);
            case TEXT -> new TextOperand(text, CaseFolding.fold(text));
            case CHOICES -> comparesAsAWhole() ? choices(text) : new ChoiceOperand(text, CaseFolding.fold(text));
            case DATE -> day(text);
            case DATETIME -> dayOrMoment(text);
            case BOOLEAN -> truth(text);
            case RECORD -> id(text);
            case USER -> text.equals(CurrentUser.CURRENTUSER.text()) ? CurrentUser.CURRENTUSER : id(text);
            case NONE -> null;
        };
    }

    private static @Nullable Operand number(String text) {
        BigDecimal number = Literals.number(text);
        return number == null ? null : new NumberOperand(text, number);
    }

    private static @Nullable Operand choices(String text) {
        List<String> folded = Literals.foldedSet(Literals.choices(text));
        return folded.isEmpty() ? null : new ChoicesOperand(text, folded);
    }

    private static @Nullable Operand day(String text) {
        for (RelativeDay day : RelativeDay.values()) {
            if (text.equals(day.text())) {
                return day;
            }
        }
        LocalDate date = Literals.date(text);
        return date == null ? null : new DateOperand(text, date.toEpochDay());
    }

    private static @Nullable Operand dayOrMoment(String text) {
        Operand day = day(text);
        if (day != null) {
            return day;
        }
        Instant instant = Literals.instant(text);
        return instant == null ? null : new MomentOperand(text, instant);
    }

    private static @Nullable Operand truth(String text) {
        Boolean truth = Literals.truth(text);
        return truth == null ? null : new TruthOperand(text, truth);
    }

    private static @Nullable Operand id(String text) {
        OptionalLong id = Literals.id(text);
        return id.isPresent() ? new IdOperand(text, id.getAsLong()) : null;
    }

    private static boolean canBeKept(String text) {
        return text.codePointCount(0, text.length()) <= CriteriaReader.MAX_TEXT && StorableText.isStorable(text);
    }
}
