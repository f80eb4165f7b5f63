package dev.lockkeeper.domain.criteria;

import com.ibm.icu.lang.UCharacter;
import dev.lockkeeper.domain.catalog.CrmModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of criteria, once more and without regard to cost: on JSON as it is, every value read each
 * time it is needed. Knows nothing of the classes it is compared with but the catalogue and the occasion.
 */
record NaiveEvaluation(CrmModule module, Map<String, ?> record, Occasion occasion) {

    private static final String NUMBER = "[ \t\r\n]*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?[ \t\r\n]*";
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final String MOMENT = DATE + "T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)";

    boolean matches(Map<?, ?> tree) {
        if (tree.get("group") instanceof List<?> members) {
            return "AND".equalsIgnoreCase((String) tree.get("group_operator"))
                    ? members.stream().allMatch(member -> matches((Map<?, ?>) Objects.requireNonNull(member)))
                    : members.stream().anyMatch(member -> matches((Map<?, ?>) Objects.requireNonNull(member)));
        }
        Map<?, ?> names = (Map<?, ?>) Objects.requireNonNull(tree.get("field"));
        String field = (String) Objects.requireNonNull(names.get("api_name"));
        String comparator = (String) Objects.requireNonNull(tree.get("comparator"));
        Object operand = Objects.requireNonNull(tree.get("value"));
        String type = module.findField(field).orElseThrow().type().zohoName();
        return matches(type, comparator, operand, record.get(field));
    }

    private boolean matches(String type, String comparator, Object operand, @Nullable Object value) {
        boolean empty = value == null || value.equals("") || value.equals(List.of());
        if (operand.equals("${EMPTY}")) {
            return empty == comparator.equals("equal");
        }
        if (operand.equals("${NOTEMPTY}")) {
            return empty != comparator.equals("equal");
        }
        boolean negated = comparator.startsWith("not_");
        if (value == null || empty) {
            return negated;
        }
        String positive = negated ? comparator.substring("not_".length()) : comparator;
        return isWellFormed(type, value) && holds(type, positive, operand, value) != negated;
    }

    private boolean isWellFormed(String type, Object value) {
        String text = value.toString();
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        return switch (type) {
            case "integer", "bigint", "decimal", "currency", "percent" ->
                !(value instanceof Boolean) && scalar && text.matches(NUMBER);
            case "date" -> value instanceof String && text.matches(DATE);
            case "datetime" -> value instanceof String && text.matches(MOMENT);
            case "boolean" -> scalar && text.matches("(?i)true|false");
            case "lookup", "ownerlookup", "userlookup" -> id(value).matches("[1-9]\\d*");
            case "multiselectpicklist" -> scalar || value instanceof List;
            default -> scalar;
        };
    }

    private boolean holds(String type, String comparator, Object operand, Object value) {
        if (operand instanceof List<?> several) {
            return comparator.equals("in")
                    ? several.stream().anyMatch(one -> holdsForOne(type, "in", Objects.requireNonNull(one), value))
                    : holdsForOne(type, "greater_equal", Objects.requireNonNull(several.getFirst()), value)
                            && holdsForOne(type, "less_equal", Objects.requireNonNull(several.getLast()), value);
        }
        return holdsForOne(type, comparator, operand, value);
    }

    private boolean holdsForOne(String type, String comparator, Object operand, Object value) {
        return switch (type) {
            case "integer", "bigint", "decimal", "currency", "percent" ->
                inOrder(comparator, number(value).compareTo(number(operand)));
            case "date" -> inOrder(comparator, LocalDate.parse((String) value).compareTo(date((String) operand)));
            case "datetime" -> holdsForMoment(comparator, (String) operand, instant((String) value));
            case "boolean" -> fold(operand).equals(fold(value));
            case "lookup", "ownerlookup", "userlookup" ->
                id(operand).equals("${CURRENTUSER}")
                        ? occasion.currentUser() != null
                                && id(value).equals(occasion.currentUser().toString())
                        : id(operand).equals(id(value));
            case "multiselectpicklist" -> holdsForChoices(comparator, fold(operand), choices(value));
            default -> textTest(comparator).test(fold(value), fold(operand));
        };
    }

    private boolean holdsForMoment(String comparator, String operand, Instant value) {
        if (operand.matches(MOMENT)) {
            return inOrder(comparator, value.compareTo(instant(operand)));
        }
        Instant start = date(operand).atStartOfDay(occasion.zone()).toInstant();
        Instant end = date(operand).plusDays(1).atStartOfDay(occasion.zone()).toInstant();
        return switch (comparator) {
            case "less_than" -> value.isBefore(start);
            case "less_equal" -> value.isBefore(end);
            case "greater_than" -> !value.isBefore(end);
            case "greater_equal" -> !value.isBefore(start);
            default -> !value.isBefore(start) && value.isBefore(end);
        };
    }

    private static boolean inOrder(String comparator, int order) {
        return switch (comparator) {
            case "less_than" -> order < 0;
            case "less_equal" -> order <= 0;
            case "greater_than" -> order > 0;
            case "greater_equal" -> order >= 0;
            default -> order == 0;
        };
    }

    private static boolean holdsForChoices(String comparator, String operand, Set<String> choices) {
        return comparator.equals("equal")
                ? choices.equals(choices(operand))
                : choices.stream().anyMatch(choice -> textTest(comparator).test(choice, operand));
    }

    private static BiPredicate<String, String> textTest(String comparator) {
        return switch (comparator) {
            case "contains" -> String::contains;
            case "starts_with" -> String::startsWith;
            case "ends_with" -> String::endsWith;
            default -> String::equals;
        };
    }

    private static Set<String> choices(Object value) {
        List<?> choices = value instanceof List<?> list
                ? list
                : Arrays.asList(value.toString().split(";", -1));
        return choices.stream()
                .map(choice -> fold(Objects.requireNonNull(choice)))
                .filter(choice -> !choice.isEmpty())
                .collect(Collectors.toSet());
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(json.toString().trim());
    }

    private LocalDate date(String text) {
        return switch (text) {
            case "${YESTERDAY}" -> occasion.today().minusDays(1);
            case "${TODAY}" -> occasion.today();
            case "${TOMORROW}" -> occasion.today().plusDays(1);
            default -> LocalDate.parse(text);
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String id(Object json) {
        return String.valueOf(json instanceof Map<?, ?> map ? map.get("id") : json);
    }

    private static String fold(Object json) {
        String text = json instanceof BigDecimal number ? number.toPlainString() : json.toString();
        return UCharacter.foldCase(text, true);
    }
}
