package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.GeneratedType;
import dev.lockkeeper.domain.catalog.LockingSupport;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.criteria.CriteriaReader.Read;
import dev.lockkeeper.domain.criteria.CriteriaReader.Refused;
import dev.lockkeeper.domain.identity.UserId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A module with one field of every type, named like its type, and what tests do with it. */
final class SampleModule {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Occasion OCCASION = new Occasion(LocalDate.of(2025, 11, 24), ZONE, new UserId(58001));

    static final CrmModule MODULE = new CrmModule(
            new ModuleId(1),
            "Samples",
            "CustomModule1",
            "Sample",
            "Samples",
            GeneratedType.CUSTOM,
            LockingSupport.SUPPORTED,
            Arrays.stream(FieldType.values()).map(SampleModule::field).toList());

    private SampleModule() {}

    static CrmField field(FieldType type) {
        return new CrmField(
                new FieldId(101 + List.of(FieldType.values()).indexOf(type)),
                type.zohoName(),
                type.zohoName(),
                type,
                false,
                List.of());
    }

    /** A comparison, its field given by name. */
    static Map<String, Object> leaf(String field, String comparator, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("comparator", comparator);
        tree.put("field", Map.of("api_name", field));
        tree.put("value", value);
        return tree;
    }

    static Map<String, Object> group(String operator, @Nullable Object... members) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group_operator", operator);
        tree.put("group", Arrays.asList(members));
        return tree;
    }

    /** This tree with one key set to another value, or removed. */
    static Map<String, Object> with(Map<String, Object> tree, String key, @Nullable Object value) {
        Map<String, Object> other = new LinkedHashMap<>(tree);
        if (value == null) {
            other.remove(key);
        } else {
            other.put(key, value);
        }
        return other;
    }

    static Criteria read(CrmModule module, Object tree) {
        return switch (CriteriaReader.read(module, tree)) {
            case Read(Criteria criteria) -> criteria;
            case Refused(CriteriaFault fault) -> throw new AssertionError(fault + " in " + tree);
        };
    }

    static CriteriaFault fault(CrmModule module, @Nullable Object tree) {
        return switch (CriteriaReader.read(module, tree)) {
            case Read(Criteria criteria) -> throw new AssertionError("no fault in " + criteria);
            case Refused(CriteriaFault fault) -> fault;
        };
    }

    static boolean matches(Object tree, Map<String, ?> record, Occasion occasion) {
        Criteria criteria = read(MODULE, tree);
        return criteria.matches(FieldValues.of(criteria.fields(), record, occasion.zone()), occasion);
    }

    /** Whether a record matches that has this one value. */
    static boolean matches(String field, String comparator, Object operand, @Nullable Object value) {
        Map<String, @Nullable Object> record = new HashMap<>();
        record.put(field, value);
        return matches(leaf(field, comparator, operand), record, OCCASION);
    }

    /** An operand as tables write it: the values of an array are divided by a comma. */
    static Object operand(String comparator, String written) {
        boolean array = comparator.endsWith("in") || comparator.endsWith("between");
        return array ? List.of(written.split(",", -1)) : written;
    }

    /** A JSON object whose members may be null. */
    static Map<String, @Nullable Object> object(String key, @Nullable Object value) {
        return Collections.singletonMap(key, value);
    }
}
