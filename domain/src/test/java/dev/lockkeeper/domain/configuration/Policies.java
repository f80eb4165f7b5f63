package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.criteria.Criteria;
import dev.lockkeeper.domain.criteria.CriteriaReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Policies to test with, on standard modules that have a text field {@code Description}. */
public final class Policies {

    private static final CrmModule LEADS = Catalog.standard().find("Leads").orElseThrow();

    private Policies() {}

    /** A policy of this lock type; where that takes a rule, one that no record matches. */
    public static LockingPolicy of(LockType lockType) {
        return lockType.hasRules()
                ? withRules(lockType, new LockingRule(new RuleId(4711), "never", false, description("no such text")))
                : LockingPolicy.manual();
    }

    /** A policy with these rules, and nothing else that is not usual. */
    public static LockingPolicy withRules(LockType lockType, LockingRule... rules) {
        LockingPolicy usual = LockingPolicy.manual();
        return new LockingPolicy(
                lockType,
                Arrays.asList(rules),
                usual.lockedFor(),
                List.of(),
                List.of(),
                usual.restrictedActions(),
                List.of(),
                List.of(),
                true);
    }

    /** A rule that matches the leads whose description is {@code text}. */
    public static LockingRule rule(RuleId id, String text) {
        return new LockingRule(id, "described as " + text, false, description(text));
    }

    /** Matches the leads whose description is {@code text}. */
    public static Criteria description(String text) {
        return read(LEADS, "Description", "equal", text);
    }

    /** A single comparison with a field of a module. */
    public static Criteria read(CrmModule module, String field, String comparator, String value) {
        CriteriaReader.Result result = CriteriaReader.read(
                module, Map.of("comparator", comparator, "field", Map.of("api_name", field), "value", value));
        return ((CriteriaReader.Read) result).criteria();
    }
}
