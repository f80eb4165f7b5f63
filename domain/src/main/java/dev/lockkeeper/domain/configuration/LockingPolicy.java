package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.criteria.FieldValues;
import dev.lockkeeper.domain.criteria.Occasion;
import dev.lockkeeper.domain.identity.ProfileRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a configuration says: everything of it that a client can set. Whether the module has such fields, and the store
 * such profiles, was checked before; what is held here fits together.
 *
 * @param rules in the order in which they are tried; not in force while the lock type is {@code manual}
 * @param excludedProfiles empty unless {@code lockedFor} makes use of them
 * @param restrictedActions without repetitions, {@code update} always among them
 */
public record LockingPolicy(
        LockType lockType,
        List<LockingRule> rules,
        LockedFor lockedFor,
        List<ProfileRef> excludedProfiles,
        List<FieldRef> excludedFields,
        List<RestrictedAction> restrictedActions,
        List<RestrictedCommunication> restrictedCommunications,
        List<CustomButton> restrictedCustomButtons,
        boolean lockForPortalUsers) {

    public LockingPolicy {
        rules = List.copyOf(rules);
        excludedProfiles = List.copyOf(excludedProfiles);
        excludedFields = List.copyOf(excludedFields);
        restrictedActions = List.copyOf(restrictedActions);
        restrictedCommunications = List.copyOf(restrictedCommunications);
        restrictedCustomButtons = List.copyOf(restrictedCustomButtons);
        if (!restrictedActions.contains(RestrictedAction.UPDATE)) {
            throw new IllegalArgumentException("The update of a locked record is always restricted");
        }
        if (lockType.hasRules() && rules.isEmpty()) {
            throw new IllegalArgumentException("Lock type " + lockType + " needs rules");
        }
    }

    /** People lock the records, and nothing else is said: what a fresh installation begins with. */
    public static LockingPolicy manual() {
        return new LockingPolicy(
                LockType.MANUAL,
                List.of(),
                LockedFor.ALL_PROFILES,
                List.of(),
                List.of(),
                List.of(RestrictedAction.UPDATE),
                List.of(),
                List.of(),
                true);
    }

    /** The fields that its rules compare, in force or not, and those that it excludes. */
    public Set<FieldId> usedFields() {
        Set<FieldId> used = new HashSet<>();
        rules.forEach(rule -> rule.criteria().fields().forEach(field -> used.add(field.id())));
        excludedFields.forEach(field -> used.add(field.id()));
        return used;
    }

    /** The rules in force, in order. */
    public List<LockingRule> rulesInForce() {
        return lockType.hasRules() ? rules : List.of();
    }

    /** The rules in force that match a record, in order. */
    public List<LockingRule> rulesMatching(FieldValues record, Occasion occasion) {
        List<LockingRule> matching = new ArrayList<>();
        for (LockingRule rule : rulesInForce()) {
            if (rule.criteria().matches(record, occasion)) {
                matching.add(rule);
            }
        }
        return matching;
    }
}
