package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.job.JobKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a policy of a draft, on the ground of the stored one when there is one, or says why it is none. Keys are judged
 * in the order of the contract's table: {@code lock_type, locking_rules, locked_for, lock_excluded_profiles,
 * excluded_fields, feature_type, restricted_actions, restricted_communications, restricted_custom_buttons}; the first
 * fault is answered.
 */
final class ConfigurationReview {

    private final CrmModule module;
    private final Supplier<RuleId> newRuleIds;
    private final LockingPolicy stored;
    private final boolean isNew;
    private final FirstFault faults = new FirstFault();
    private final ElementsReview elements;

    /** @param stored the policy to be changed; null when there is none yet */
    ConfigurationReview(
            CrmModule module, Profiles profiles, Supplier<RuleId> newRuleIds, @Nullable LockingPolicy stored) {
        this.module = module;
        this.elements = new ElementsReview(module, profiles, faults);
        this.newRuleIds = newRuleIds;
        this.stored = stored == null ? LockingPolicy.manual() : stored;
        this.isNew = stored == null;
    }

    /** Either a policy or a fault. */
    sealed interface Result {}

    /** @param followUp the job that the policy makes necessary, if any */
    record Accepted(LockingPolicy policy, @Nullable JobKind followUp) implements Result {}

    record Refused(ConfigurationFault fault) implements Result {}

    Result review(ConfigurationDraft draft) {
        LockType lockType = lockType(draft.lockType());
        RulesReview rules = new RulesReview(module, stored.rules(), faults);
        rules.review(draft.lockingRules());
        if (lockType.hasRules() && rules.isEmpty()) {
            faults.found(OfKey.RULES_MISSING);
        }
        LockedFor lockedFor = lockedFor(draft.lockedFor());
        List<ProfileRef> excludedProfiles = excludedProfiles(draft.lockExcludedProfiles(), lockedFor);
        List<FieldRef> excludedFields =
                draft.excludedFields() == null ? stored.excludedFields() : elements.fields(draft.excludedFields());
        if (draft.featureType() != null && !draft.featureType().equals(LockingConfiguration.FEATURE_TYPE)) {
            faults.found(OfKey.FEATURE_TYPE_UNKNOWN);
        }
        List<RestrictedAction> actions = actions(draft.restrictedActions());
        List<RestrictedCommunication> communications = communications(draft.restrictedCommunications());
        List<CustomButton> buttons = draft.restrictedCustomButtons() == null
                ? stored.restrictedCustomButtons()
                : elements.buttons(draft.restrictedCustomButtons());
        Optional<ConfigurationFault> fault = faults.get();
        if (fault.isPresent()) {
            return new Refused(fault.get());
        }
        LockingPolicy policy = new LockingPolicy(
                lockType,
                rules.rules(newRuleIds),
                lockedFor,
                excludedProfiles,
                excludedFields,
                actions,
                communications,
                buttons,
                draft.lockForPortalUsers() == null ? stored.lockForPortalUsers() : draft.lockForPortalUsers());
        return new Accepted(policy, followUp(policy, rules));
    }

    private @Nullable JobKind followUp(LockingPolicy policy, RulesReview rules) {
        boolean hadRules = stored.lockType().hasRules();
        boolean hasRules = policy.lockType().hasRules();
        boolean cameIntoForce = hasRules && !hadRules;
        if (hasRules && (rules.anyLocksExistingRecords() || (cameIntoForce && anyLocksExistingRecords(policy)))) {
            return JobKind.LOCK_EXISTING_RECORDS;
        }
        boolean someHoldNoLonger = hadRules && (!hasRules || rules.anyStoredRuleJudgesDifferently());
        return someHoldNoLonger ? JobKind.REVIEW_LOCKS : null;
    }

    private static boolean anyLocksExistingRecords(LockingPolicy policy) {
        return policy.rules().stream().anyMatch(rule -> rule.lockExistingRecords());
    }

    private LockType lockType(@Nullable String sent) {
        if (sent == null) {
            if (isNew) {
                faults.found(OfKey.LOCK_TYPE_MISSING);
            }
            return stored.lockType();
        }
        return LockType.find(sent).orElseGet(() -> {
            faults.found(OfKey.LOCK_TYPE_UNKNOWN);
            return stored.lockType();
        });
    }

    private LockedFor lockedFor(@Nullable String sent) {
        if (sent == null) {
            return stored.lockedFor();
        }
        return LockedFor.find(sent).orElseGet(() -> {
            faults.found(OfKey.LOCKED_FOR_UNKNOWN);
            return stored.lockedFor();
        });
    }

    private List<ProfileRef> excludedProfiles(@Nullable List<ProfileDraft> sent, LockedFor lockedFor) {
        List<ProfileRef> excluded = sent == null ? stored.excludedProfiles() : elements.profiles(sent);
        return switch (lockedFor) {
            case ALL_PROFILES -> List.of();
            case ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES -> {
                if (excluded.isEmpty()) {
                    faults.found(OfKey.EXCLUDED_PROFILES_MISSING);
                }
                yield excluded;
            }
        };
    }

    private List<RestrictedAction> actions(@Nullable List<String> sent) {
        if (sent == null) {
            return stored.restrictedActions();
        }
        List<RestrictedAction> actions = named(sent, RestrictedAction::find, ElementFault.ACTION_UNKNOWN);
        if (!actions.contains(RestrictedAction.UPDATE)) {
            actions.addFirst(RestrictedAction.UPDATE);
        }
        return actions;
    }

    private List<RestrictedCommunication> communications(@Nullable List<String> sent) {
        if (sent == null) {
            return stored.restrictedCommunications();
        }
        if (!sent.isEmpty() && !RestrictedCommunication.isSupportedBy(module)) {
            faults.found(OfKey.COMMUNICATIONS_NOT_SUPPORTED);
        }
        return named(sent, RestrictedCommunication::find, ElementFault.COMMUNICATION_UNKNOWN);
    }

    private <T> List<T> named(List<String> names, Function<String, Optional<T>> find, ElementFault unknown) {
        Set<T> found = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<T> named = find.apply(names.get(i));
            if (named.isEmpty()) {
                faults.found(unknown, i);
            }
            named.ifPresent(found::add);
        }
        return new ArrayList<>(found);
    }
}
