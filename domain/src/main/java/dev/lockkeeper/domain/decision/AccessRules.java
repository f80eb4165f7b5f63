package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.LockSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a lock stands in somebody's way (own surface, section "Decisions": what decides, first match wins).
 * Pure: the same facts give the same decision, and nothing is made for it but the lists of a refused update.
 */
public final class AccessRules {

    private static final Decision NOT_LOCKED = Decision.yes(ReasonCode.NOT_LOCKED);
    private static final Decision ACTION_NOT_RESTRICTED = Decision.yes(ReasonCode.ACTION_NOT_RESTRICTED);
    private static final Decision FIELDS_EXCLUDED = Decision.yes(ReasonCode.FIELDS_EXCLUDED);
    private static final Decision PROFILE_EXCLUDED = Decision.yes(ReasonCode.PROFILE_EXCLUDED);
    private static final Decision PORTAL_USERS_NOT_RESTRICTED = Decision.yes(ReasonCode.PORTAL_USERS_NOT_RESTRICTED);
    private static final Decision MANUAL_LOCK = Decision.yes(ReasonCode.MANUAL_LOCK);
    private static final Decision LOCKED = Decision.no(ReasonCode.LOCKED);
    private static final Decision NO_LOCK_PERMISSION = Decision.no(ReasonCode.NO_LOCK_PERMISSION);
    private static final Decision AUTOMATIC_LOCK = Decision.no(ReasonCode.AUTOMATIC_LOCK);
    private static final Decision AUTOMATIC_ONLY = Decision.no(ReasonCode.AUTOMATIC_ONLY);
    private static final Decision ALREADY_LOCKED = Decision.no(ReasonCode.ALREADY_LOCKED);
    private static final Decision NOTHING_TO_UNLOCK = Decision.no(ReasonCode.NOT_LOCKED);
    private static final Decision UNKNOWN_MODULE = Decision.no(ReasonCode.UNKNOWN_MODULE);

    private AccessRules() {}

    /** Whether the actor of these facts may do this now. */
    public static Decision decide(Facts facts, Action action) {
        if (facts.module() == null) {
            return unknownModule(action);
        }
        return switch (action) {
            case Action.Lock _ -> lock(facts.restrictions(), facts.lock(), facts.actor());
            case Action.Unlock _ -> unlock(facts.lock(), facts.actor());
            case Action.Read _ -> facts.lock() == null ? NOT_LOCKED : ACTION_NOT_RESTRICTED;
            case Action.Update update -> change(facts, update, update.fields());
            case Action.Perform _ -> change(facts, action, List.of());
            case Action.Communicate _ -> change(facts, action, List.of());
            case Action.Press _ -> change(facts, action, List.of());
        };
    }

    /** Where nothing is known, no field is excluded. */
    private static Decision unknownModule(Action action) {
        return action instanceof Action.Update(List<String> fields) && !fields.isEmpty()
                ? new Decision(false, ReasonCode.UNKNOWN_MODULE, fields, List.of())
                : UNKNOWN_MODULE;
    }

    /** In the order of the lock call; where there is no configuration, the module is none for locking. */
    private static Decision lock(@Nullable Restrictions restrictions, @Nullable HeldLock lock, Actor actor) {
        if (restrictions == null) {
            return UNKNOWN_MODULE;
        }
        if (!actor.mayLock()) {
            return NO_LOCK_PERMISSION;
        }
        if (!restrictions.lockType().allowsManualLocks()) {
            return AUTOMATIC_ONLY;
        }
        return lock == null ? NOT_LOCKED : ALREADY_LOCKED;
    }

    /** In the order of the unlock call, which lets a lock's owner do it without the permission. */
    private static Decision unlock(@Nullable HeldLock lock, Actor actor) {
        if (lock == null) {
            return NOTHING_TO_UNLOCK;
        }
        if (!actor.mayLock() && !lock.isOwnedBy(actor)) {
            return NO_LOCK_PERMISSION;
        }
        return lock.origin().source() == LockSource.AUTOMATIC ? AUTOMATIC_LOCK : MANUAL_LOCK;
    }

    /** While a configuration's locks are being ended after it, they restrict everything. */
    private static Decision change(Facts facts, Action action, List<String> fields) {
        if (facts.lock() == null) {
            return NOT_LOCKED;
        }
        Restrictions restrictions = facts.restrictions();
        if (restrictions == null) {
            return fields.isEmpty() ? LOCKED : new Decision(false, ReasonCode.LOCKED, fields, List.of());
        }
        if (facts.actor().portal() && !restrictions.lockForPortalUsers()) {
            return PORTAL_USERS_NOT_RESTRICTED;
        }
        if (restrictions.excludesProfileOf(facts.actor())) {
            return PROFILE_EXCLUDED;
        }
        if (action instanceof Action.Update update && restrictions.excludesAllFieldsOf(update)) {
            return FIELDS_EXCLUDED;
        }
        if (!restrictions.restrict(action)) {
            return ACTION_NOT_RESTRICTED;
        }
        return fields.isEmpty()
                ? LOCKED
                : new Decision(
                        false,
                        ReasonCode.LOCKED,
                        restrictions.fields(fields, false),
                        restrictions.fields(fields, true));
    }
}
