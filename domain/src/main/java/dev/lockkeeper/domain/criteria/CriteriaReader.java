package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads criteria as callers send them: in Zoho's shape, parsed from JSON to maps, lists, texts, numbers and booleans.
 *
 * <p>An object with a {@code group} or a {@code group_operator} is a group, any other a comparison; further keys are
 * passed over. The limits are looked at first. Of what else is wrong the first thing is told: groups are read from
 * operator to members, members in their order, a comparison from field over comparator to value.
 *
 * <p>Source: the wire contract, section "Criteria".
 */
public final class CriteriaReader {

    /** How many comparisons criteria have at most. A group without members counts as one. */
    public static final int MAX_LEAVES = 25;

    /** How many groups stand within each other at most, the outermost included. */
    public static final int MAX_LEVELS = 5;

    /** How many values {@code in} and {@code not_in} compare with at most. */
    public static final int MAX_VALUES = 100;

    /** How long the text of a value is at most, in Unicode code points. */
    public static final int MAX_TEXT = 3000;

    /** How many digits a number has at most when it is written without an exponent, in a rule and in a record. */
    public static final int MAX_DIGITS = 100;

    private static final String TASKS = "Tasks";
    private static final String STATUS = "Status";
    private static final String CLOSED = "closed";

    /** What {@link #read} found. */
    public sealed interface Result {}

    /** The criteria are fine. */
    public record Read(Criteria criteria) implements Result {}

    /** The criteria cannot be used. */
    public record Refused(CriteriaFault fault) implements Result {}

    private final CrmModule module;

    private CriteriaReader(CrmModule module) {
        this.module = module;
    }

    /**
     * Judges what a caller sent as a rule's {@code criteria}.
     *
     * @param module whose records are to be compared, and therefore whose fields may be named
     */
    public static Result read(CrmModule module, @Nullable Object tree) {
        CriteriaFault fault = TreeLimits.exceededBy(tree);
        return fault != null ? new Refused(fault) : new CriteriaReader(module).node(tree, Keys.CRITERIA, "");
    }

    private Result node(@Nullable Object json, String key, String path) {
        if (!(json instanceof Map<?, ?> map)) {
            return new Refused(CriteriaFault.of(Kind.NOT_AN_OBJECT, key, path));
        }
        return TreeLimits.isGroup(map) ? group(map, path) : comparison(map, path);
    }

    private Result group(Map<?, ?> json, String path) {
        Object operatorName = json.get(Keys.GROUP_OPERATOR);
        if (operatorName == null) {
            return refused(Kind.MISSING, path, Keys.GROUP_OPERATOR);
        }
        if (!(operatorName instanceof String text)) {
            return refused(Kind.WRONG_TYPE, path, Keys.GROUP_OPERATOR);
        }
        Optional<GroupOperator> operator = GroupOperator.find(text);
        if (operator.isEmpty()) {
            return new Refused(new CriteriaFault(
                    Kind.OPERATOR_UNKNOWN,
                    Keys.GROUP_OPERATOR,
                    Keys.at(path, Keys.GROUP_OPERATOR),
                    GroupOperator.names()));
        }
        Object members = json.get(Keys.GROUP);
        if (members == null) {
            return refused(Kind.MISSING, path, Keys.GROUP);
        }
        return members instanceof List<?> elements
                ? group(operator.get(), elements, path)
                : refused(Kind.WRONG_TYPE, path, Keys.GROUP);
    }

    private Result group(GroupOperator operator, List<?> elements, String path) {
        if (elements.isEmpty()) {
            return refused(Kind.GROUP_EMPTY, path, Keys.GROUP);
        }
        List<Criteria> members = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String memberPath = Keys.at(Keys.at(path, Keys.GROUP), i);
            switch (node(elements.get(i), Keys.GROUP, memberPath)) {
                case Read(Criteria member) -> members.add(member);
                case Refused refused -> {
                    return refused;
                }
            }
        }
        return new Read(new Group(operator, members));
    }

    private Result comparison(Map<?, ?> json, String path) {
        return switch (FieldResolution.of(module, json.get(Keys.FIELD), path)) {
            case FieldResolution.Failed(CriteriaFault fault) -> new Refused(fault);
            case FieldResolution.Found(ComparedField field) ->
                isSupported(field, json)
                        ? comparison(field, json, path)
                        : refused(Kind.FIELD_NOT_SUPPORTED, Keys.at(path, Keys.FIELD), Keys.API_NAME);
        };
    }

    /** Zoho locks tasks by rule only when they are closed, so all else about them is a field not supported. */
    private boolean isSupported(ComparedField field, Map<?, ?> json) {
        if (module.apiName().equals(TASKS)) {
            return field.apiName().equals(STATUS)
                    && Comparator.EQUAL.zohoName().equals(json.get(Keys.COMPARATOR))
                    && json.get(Keys.VALUE) instanceof String value
                    && CaseFolding.fold(value).equals(CLOSED);
        }
        return !field.kind().comparators().isEmpty();
    }

    private static Result comparison(ComparedField field, Map<?, ?> json, String path) {
        Object name = json.get(Keys.COMPARATOR);
        if (name == null) {
            return refused(Kind.MISSING, path, Keys.COMPARATOR);
        }
        if (!(name instanceof String text)) {
            return refused(Kind.WRONG_TYPE, path, Keys.COMPARATOR);
        }
        List<Comparator> comparators = field.kind().comparators();
        Optional<Comparator> comparator = Comparator.find(comparators, text);
        if (comparator.isEmpty()) {
            return new Refused(new CriteriaFault(
                    Kind.COMPARATOR_UNKNOWN,
                    Keys.COMPARATOR,
                    Keys.at(path, Keys.COMPARATOR),
                    comparators.stream().map(Comparator::zohoName).toList()));
        }
        return comparison(field, comparator.get(), json.get(Keys.VALUE), path);
    }

    private static Result comparison(ComparedField field, Comparator comparator, @Nullable Object value, String path) {
        if (value == null) {
            return refused(Kind.MISSING, path, Keys.VALUE);
        }
        OperandReader operands = new OperandReader(field.kind(), comparator);
        return switch (operands.read(value, Keys.at(path, Keys.VALUE))) {
            case OperandReader.Invalid(String where) ->
                new Refused(CriteriaFault.of(Kind.VALUE_INVALID, Keys.VALUE, where));
            case OperandReader.Read(List<Operand> read) -> new Read(new Comparison(field, comparator, read));
        };
    }

    private static Refused refused(Kind kind, String path, String key) {
        return new Refused(CriteriaFault.at(kind, path, key));
    }
}
