package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module's configuration says of its locked records, in the form in which decisions ask.
 *
 * @param excludedProfileIds of the profiles that locked records are not locked for; empty when they are for all
 * @param excludedProfileNames of the same profiles: a CRM that decides has ids of its own
 * @param excludedFields api names
 * @param ruleNames what its rules are called, in order
 */
public record Restrictions(
        LockType lockType,
        Set<String> excludedProfileIds,
        Set<String> excludedProfileNames,
        Set<String> excludedFields,
        Set<RestrictedAction> actions,
        Set<RestrictedCommunication> communications,
        List<CustomButton> buttons,
        boolean lockForPortalUsers,
        Map<RuleId, String> ruleNames) {

    public Restrictions {
        excludedProfileIds = Set.copyOf(excludedProfileIds);
        excludedProfileNames = Set.copyOf(excludedProfileNames);
        excludedFields = Collections.unmodifiableSet(new LinkedHashSet<>(excludedFields));
        actions = actions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(actions));
        communications =
                communications.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(communications));
        buttons = List.copyOf(buttons);
        ruleNames = Collections.unmodifiableMap(new LinkedHashMap<>(ruleNames));
    }

    /** What a policy says. */
    public static Restrictions of(LockingPolicy policy) {
        Set<String> profileIds = new LinkedHashSet<>();
        Set<String> profileNames = new LinkedHashSet<>();
        if (policy.lockedFor() == LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES) {
            policy.excludedProfiles().forEach(profile -> {
                profileIds.add(profile.id().toString());
                profileNames.add(profile.name());
            });
        }
        Map<RuleId, String> ruleNames = new LinkedHashMap<>();
        for (LockingRule rule : policy.rules()) {
            ruleNames.put(rule.id(), rule.name());
        }
        return new Restrictions(
                policy.lockType(),
                profileIds,
                profileNames,
                new LinkedHashSet<>(
                        policy.excludedFields().stream().map(FieldRef::apiName).toList()),
                Set.copyOf(policy.restrictedActions()),
                Set.copyOf(policy.restrictedCommunications()),
                policy.restrictedCustomButtons(),
                policy.lockForPortalUsers(),
                ruleNames);
    }

    /** What a configuration of the CRM says that decides. */
    public static Restrictions of(CrmConfiguration configuration) {
        return CrmRestrictions.of(configuration);
    }

    /** Whether locked records are not locked for this actor's profile. */
    public boolean excludesProfileOf(Actor actor) {
        return (actor.profileId() != null && excludedProfileIds.contains(actor.profileId()))
                || (actor.profileName() != null && excludedProfileNames.contains(actor.profileName()));
    }

    /** Whether an update touches fields that it names, and only excluded ones. */
    public boolean excludesAllFieldsOf(Action.Update update) {
        return !update.fields().isEmpty() && excludedFields.containsAll(update.fields());
    }

    /** Whether nobody may do this to a locked record. */
    public boolean restrict(Action action) {
        return switch (action) {
            case Action.Update _ -> true;
            case Action.Perform(RestrictedAction performed) -> actions.contains(performed);
            case Action.Communicate(RestrictedCommunication communication) -> communications.contains(communication);
            case Action.Press(CustomButton button) -> restrict(button);
            case Action.Read _ -> false;
            case Action.Lock _ -> false;
            case Action.Unlock _ -> false;
        };
    }

    /** By the id or by the name, whichever both have. */
    private boolean restrict(CustomButton pressed) {
        for (CustomButton button : buttons) {
            if ((button.id() != null && button.id().equals(pressed.id()))
                    || (button.name() != null && button.name().equals(pressed.name()))) {
                return true;
            }
        }
        return false;
    }

    /** Those of these fields that are not excluded, or those that are. */
    List<String> fields(List<String> named, boolean excluded) {
        List<String> found = new ArrayList<>();
        for (String field : named) {
            if (excludedFields.contains(field) == excluded) {
                found.add(field);
            }
        }
        return found;
    }
}
