package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfCriteria;
import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.Label;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.criteria.Criteria;
import dev.lockkeeper.domain.criteria.CriteriaReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Merges the rules of a draft into those stored: one with an id is edited, or removed with {@code _delete}; one without
 * is added; what the draft does not mention stays (contract, section "Configuration").
 */
final class RulesReview {

    private final CrmModule module;
    private final List<LockingRule> stored;
    private final FirstFault faults;
    private final List<Merged> merged = new ArrayList<>();
    private boolean anyRemoved;

    RulesReview(CrmModule module, List<LockingRule> stored, FirstFault faults) {
        this.module = module;
        this.stored = stored;
        this.faults = faults;
    }

    /**
     * A rule of the merged list.
     *
     * @param stored what it was before; null for a new one
     * @param index its place in the draft, or -1 when the draft does not mention it
     * @param lockAsked whether the draft asks, with this very change, to lock what is there
     */
    private record Merged(
            @Nullable LockingRule stored,
            int index,
            @Nullable String name,
            boolean lockExistingRecords,
            boolean lockAsked,
            @Nullable Criteria criteria) {

        static Merged unmentioned(LockingRule rule) {
            return new Merged(rule, -1, rule.name(), rule.lockExistingRecords(), false, rule.criteria());
        }

        /** Whether this is a stored rule that is to match other records than before. */
        boolean judgesDifferently() {
            return stored != null && !stored.criteria().equals(criteria);
        }

        /** A new rule that locks existing records is one that the draft asks it of. */
        boolean hasToLookAtExistingRecords() {
            return lockExistingRecords && (lockAsked || judgesDifferently());
        }
    }

    /** Whether a merged rule is to lock existing records that it did not look at before. */
    boolean anyLocksExistingRecords() {
        return merged.stream().anyMatch(Merged::hasToLookAtExistingRecords);
    }

    /** Whether a stored rule was removed, or is to judge differently from now on. */
    boolean anyStoredRuleJudgesDifferently() {
        return anyRemoved || merged.stream().anyMatch(Merged::judgesDifferently);
    }

    boolean isEmpty() {
        return merged.isEmpty();
    }

    /** The merged rules, once no fault was found. */
    List<LockingRule> rules(Supplier<RuleId> newIds) {
        List<LockingRule> rules = new ArrayList<>();
        for (Merged rule : merged) {
            RuleId id = rule.stored() == null ? newIds.get() : rule.stored().id();
            rules.add(new LockingRule(
                    id,
                    Objects.requireNonNull(rule.name()),
                    rule.lockExistingRecords(),
                    Objects.requireNonNull(rule.criteria())));
        }
        return rules;
    }

    /** Finds, in this order: too many rules; in each rule its id, name and criteria; repeated names; repeated criteria. */
    void review(@Nullable List<RuleDraft> drafts) {
        List<RuleDraft> sent = drafts == null ? List.of() : drafts;
        if (!hasRoomFor(sent)) {
            return;
        }
        stored.forEach(rule -> merged.add(Merged.unmentioned(rule)));
        Set<RuleId> mentioned = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            RuleDraft draft = sent.get(i);
            if (draft.id() != null || draft.delete()) {
                mention(draft, i, mentioned);
            } else {
                merged.add(added(draft, i));
            }
        }
        findRepetitions();
    }

    private boolean hasRoomFor(List<RuleDraft> sent) {
        int added = 0;
        int removed = 0;
        for (RuleDraft draft : sent) {
            if (draft.delete()) {
                removed++;
            } else if (draft.id() == null) {
                added++;
            }
        }
        // What names a rule takes no room of its own, but nobody needs to name more than there can be.
        return faults.isWithin(Limit.LOCKING_RULES, added, Math.max(0, stored.size() - removed))
                && faults.isWithin(Limit.LOCKING_RULES, sent.size() - added, 0);
    }

    private void mention(RuleDraft draft, int index, Set<RuleId> mentioned) {
        if (draft.id() == null) {
            faults.found(ElementFault.RULE_ID_MISSING, index);
            return;
        }
        Optional<LockingRule> rule = find(draft.id()).filter(found -> mentioned.add(found.id()));
        if (rule.isEmpty()) {
            faults.found(ElementFault.RULE_ID_UNKNOWN, index);
            return;
        }
        int place = placeOf(rule.get());
        if (draft.delete()) {
            merged.remove(place);
            anyRemoved = true;
        } else {
            merged.set(place, edited(rule.get(), draft, index));
        }
    }

    private Optional<LockingRule> find(String id) {
        OptionalLong parsed = CrmId.parse(id);
        return stored.stream()
                .filter(rule -> parsed.isPresent() && rule.id().value() == parsed.getAsLong())
                .findFirst();
    }

    private int placeOf(LockingRule rule) {
        int place = 0;
        while (!rule.equals(merged.get(place).stored())) {
            place++;
        }
        return place;
    }

    private Merged edited(LockingRule rule, RuleDraft draft, int index) {
        return new Merged(
                rule,
                index,
                draft.name() == null ? rule.name() : name(draft.name(), index),
                draft.lockExistingRecords() == null ? rule.lockExistingRecords() : draft.lockExistingRecords(),
                Boolean.TRUE.equals(draft.lockExistingRecords()),
                draft.criteria() == null ? rule.criteria() : criteria(draft.criteria(), index));
    }

    private Merged added(RuleDraft draft, int index) {
        boolean lockExisting = Boolean.TRUE.equals(draft.lockExistingRecords());
        return new Merged(
                null, index, name(draft.name(), index), lockExisting, lockExisting, criteria(draft.criteria(), index));
    }

    private @Nullable String name(@Nullable String name, int index) {
        if (name == null || name.isBlank()) {
            faults.found(ElementFault.RULE_NAME_MISSING, index);
        } else if (!Label.isLabel(name)) {
            faults.found(ElementFault.RULE_NAME_INVALID, index);
        }
        return name;
    }

    private @Nullable Criteria criteria(@Nullable Object tree, int index) {
        if (tree == null) {
            faults.found(ElementFault.RULE_CRITERIA_MISSING, index);
            return null;
        }
        return switch (CriteriaReader.read(module, tree)) {
            case CriteriaReader.Read(Criteria criteria) -> criteria;
            case CriteriaReader.Refused(var fault) -> {
                faults.found(new OfCriteria(fault, index));
                yield null;
            }
        };
    }

    private void findRepetitions() {
        repeated(Merged::name, ElementFault.RULE_NAME_REPEATED);
        repeated(Merged::criteria, ElementFault.RULE_CRITERIA_REPEATED);
    }

    /** What the draft mentions repeats what it leaves as it is, or what it mentions before. */
    private void repeated(Function<Merged, @Nullable Object> part, ElementFault fault) {
        Set<Object> seen = new HashSet<>();
        List<Merged> inOrder =
                merged.stream().sorted(Comparator.comparingInt(Merged::index)).toList();
        for (Merged rule : inOrder) {
            Object value = part.apply(rule);
            if (value != null && !seen.add(value)) {
                faults.found(fault, rule.index());
            }
        }
    }
}
