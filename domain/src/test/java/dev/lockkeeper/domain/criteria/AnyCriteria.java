package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.identity.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Criteria, records and occasions whose values are few, so that they often meet. */
final class AnyCriteria {

    private static final List<Object> NUMBERS = List.of(
            "10", 10, "10.0", " 1e1 ", new BigDecimal("10.00"), -3, "-3.5", "0", "123456789012345678901234567890");
    private static final List<Object> TEXTS =
            List.of("Open", "OPEN", "pe", "Straße", "STRASSE", "ss", "ΣΑΣ", "σας", "ı", "I", " ", "10", 10, "${TODAY}");
    private static final List<Object> CHOICES =
            List.of("Vat", "vat;Sales", "SALES;VAT", "al", "sales", "Straße;vat", 1);
    private static final List<Object> DATES = List.of("2025-03-29", "2025-03-30", "2025-03-31", "2024-02-29");
    private static final List<Object> MOMENTS = List.of(
            "2025-03-29T23:00:00Z",
            "2025-03-30T00:00:00+01:00",
            "2025-03-29T22:59:59.999Z",
            "2025-03-30T12:00-04:00",
            "2025-03-30T22:00:00Z",
            "2025-03-31T03:59:59Z",
            "2025-03-31T04:00:00Z");
    private static final List<Object> BOOLEANS = List.of("true", "TRUE", true, "false", false);
    private static final List<Object> IDS = List.of("58001", 58001, Map.of("id", "58001", "name", "Ann"), "7", 8L);
    private static final String MISSING = "no such key";
    private static final List<Object> EMPTY = List.of("", List.of(), MISSING);
    private static final List<Object> WRONG = List.of(Map.of(), Map.of("name", "Open"), Map.of("id", "-"));

    private AnyCriteria() {}

    static Arbitrary<CrmModule> module() {
        Catalog catalog = Catalog.standard();
        return Arbitraries.of(
                catalog.find("Leads").orElseThrow(), catalog.find("Deals").orElseThrow(), SampleModule.MODULE);
    }

    static Arbitrary<Occasion> occasion() {
        Arbitrary<ZoneId> zones = Arbitraries.of("Europe/Berlin", "America/New_York", "UTC", "America/St_Johns")
                .map(ZoneId::of);
        Arbitrary<LocalDate> days = Arbitraries.of(DATES).map(date -> LocalDate.parse((String) date));
        Arbitrary<UserId> users = Arbitraries.of(new UserId(58001), new UserId(7));
        return Combinators.combine(days, zones, users, Arbitraries.of(true, true, false))
                .as((day, zone, user, known) -> new Occasion(day, zone, known ? user : null));
    }

    /** Groups within groups down to {@code levels}, which has to be at most 3 to keep within the limit of leaves. */
    static Arbitrary<Map<String, Object>> tree(CrmModule module, int levels) {
        Arbitrary<Map<String, Object>> comparison = comparison(module, List.of(Comparator.values()));
        if (levels == 0) {
            return comparison;
        }
        Arbitrary<Map<String, Object>> group = Combinators.combine(
                        Arbitraries.of("AND", "OR", "and", "Or"),
                        Arbitraries.lazy(() -> tree(module, levels - 1))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .as((operator, members) -> group(operator, members.toArray()));
        return Arbitraries.frequencyOf(Tuple.of(1, comparison), Tuple.of(2, group));
    }

    /** A comparison of a field that has at least one of these comparators. */
    static Arbitrary<Map<String, Object>> comparison(CrmModule module, List<Comparator> comparators) {
        List<Arbitrary<Map<String, Object>>> all = new ArrayList<>();
        for (CrmField field : module.fields()) {
            ValueKind kind = ValueKind.of(field.type());
            for (Comparator comparator : kind.comparators()) {
                if (comparators.contains(comparator)) {
                    all.add(operand(kind, comparator)
                            .map(operand -> leaf(field.apiName(), comparator.zohoName(), operand)));
                }
            }
        }
        return Arbitraries.of(all).flatMap(comparison -> comparison);
    }

    private static Arbitrary<Object> operand(ValueKind kind, Comparator comparator) {
        Arbitrary<Object> value = Arbitraries.of(operands(kind, comparator));
        if (comparator.takesOneValue()) {
            return value;
        }
        boolean ends = !comparator.takes(1);
        return value.list().ofMinSize(ends ? 2 : 1).ofMaxSize(ends ? 2 : 4).map(List::copyOf);
    }

    /** What may stand in a comparison of this kind, alone or in an array. */
    static List<Object> operands(ValueKind kind, Comparator comparator) {
        List<Object> values = new ArrayList<>(wellFormed(kind));
        if (kind == ValueKind.DATETIME) {
            values.addAll(DATES);
        }
        if (kind == ValueKind.DATE || kind == ValueKind.DATETIME) {
            values.addAll(List.of("${TODAY}", "${YESTERDAY}", "${TOMORROW}"));
        }
        if (kind == ValueKind.USER) {
            values.add("${CURRENTUSER}");
        }
        if (kind != ValueKind.BOOLEAN && (comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL)) {
            values.addAll(List.of("${EMPTY}", "${NOTEMPTY}"));
        }
        return values;
    }

    /** What a record may have in a field of this kind: well-formed, empty and, if so wished, of the wrong shape. */
    static List<Object> values(ValueKind kind, boolean wrongToo) {
        return Stream.of(wellFormed(kind), EMPTY, lists(kind), wrongToo ? wrong(kind) : EMPTY)
                .<Object>flatMap(List::stream)
                .toList();
    }

    private static List<Object> wellFormed(ValueKind kind) {
        return switch (kind) {
            case NUMBER -> NUMBERS;
            case TEXT -> TEXTS;
            case CHOICES -> CHOICES;
            case DATE -> DATES;
            case DATETIME -> MOMENTS;
            case BOOLEAN -> BOOLEANS;
            case RECORD, USER -> IDS;
            case NONE -> List.of();
        };
    }

    /** A record of this module, each field well-formed, empty or missing. */
    static Arbitrary<Map<String, Object>> wellFormedRecord(CrmModule module) {
        return record(module, false);
    }

    /** A record of this module, fields of the wrong shape among the others. */
    static Arbitrary<Map<String, Object>> anyRecord(CrmModule module) {
        return record(module, true);
    }

    private static Arbitrary<Map<String, Object>> record(CrmModule module, boolean wrongToo) {
        List<Arbitrary<Object>> values = new ArrayList<>();
        for (CrmField field : module.fields()) {
            values.add(Arbitraries.of(values(ValueKind.of(field.type()), wrongToo)));
        }
        return Combinators.combine(values).as(chosen -> {
            Map<String, Object> record = new HashMap<>();
            for (int i = 0; i < chosen.size(); i++) {
                if (!chosen.get(i).equals(MISSING)) {
                    record.put(module.fields().get(i).apiName(), chosen.get(i));
                }
            }
            return record;
        });
    }

    private static List<Object> lists(ValueKind kind) {
        return kind == ValueKind.CHOICES
                ? List.of(List.of("vat"), List.of("Sales", "VAT", "sales"), List.of("Straße", 1))
                : List.of();
    }

    private static List<Object> wrong(ValueKind kind) {
        List<Object> wrong = new ArrayList<>(WRONG);
        if (kind == ValueKind.DATE) {
            wrong.addAll(MOMENTS);
        } else if (kind == ValueKind.DATETIME) {
            wrong.addAll(DATES);
        } else if (kind != ValueKind.TEXT && kind != ValueKind.CHOICES) {
            wrong.addAll(List.of("abc", " ", List.of("10")));
        }
        return wrong;
    }
}
