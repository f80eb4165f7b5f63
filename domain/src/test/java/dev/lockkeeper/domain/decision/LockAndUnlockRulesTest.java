package dev.lockkeeper.domain.decision;

import static dev.lockkeeper.domain.decision.ReasonCode.ALREADY_LOCKED;
import static dev.lockkeeper.domain.decision.ReasonCode.AUTOMATIC_LOCK;
import static dev.lockkeeper.domain.decision.ReasonCode.AUTOMATIC_ONLY;
import static dev.lockkeeper.domain.decision.ReasonCode.MANUAL_LOCK;
import static dev.lockkeeper.domain.decision.ReasonCode.NOT_LOCKED;
import static dev.lockkeeper.domain.decision.ReasonCode.NO_LOCK_PERMISSION;
import static dev.lockkeeper.domain.decision.ReasonCode.UNKNOWN_MODULE;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER_AND_RULE;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_RULE;
import static dev.lockkeeper.domain.decision.SampleFacts.COLLEAGUE;
import static dev.lockkeeper.domain.decision.SampleFacts.OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.SALES;
import static dev.lockkeeper.domain.decision.SampleFacts.STRANGER;
import static dev.lockkeeper.domain.decision.SampleFacts.SUPPORT;
import static dev.lockkeeper.domain.decision.SampleFacts.byHand;
import static dev.lockkeeper.domain.decision.SampleFacts.lock;
import static dev.lockkeeper.domain.decision.SampleFacts.locked;
import static dev.lockkeeper.domain.decision.SampleFacts.unlocked;
import static dev.lockkeeper.domain.decision.SampleRestrictions.USUAL;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeProfile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What decides about locking a record and about ending its lock, in the order of these calls. */
class LockAndUnlockRulesTest {

    private static final Action LOCK = new Action.Lock();
    private static final Action UNLOCK = new Action.Unlock();

    @ParameterizedTest
    @EnumSource(names = {"MANUAL", "BOTH"})
    void permitsALockWherePeopleMayLock(LockType lockType) {
        assertThat(AccessRules.decide(unlocked(SampleRestrictions.of(lockType), OWNER), LOCK))
                .isEqualTo(Decision.yes(NOT_LOCKED));
    }

    @Test
    void refusesALockWithoutThePermissionWhateverElseIsWrong() {
        Restrictions automatic = SampleRestrictions.of(LockType.AUTOMATIC);

        assertThat(AccessRules.decide(unlocked(USUAL, STRANGER), LOCK)).isEqualTo(Decision.no(NO_LOCK_PERMISSION));
        assertThat(AccessRules.decide(locked(automatic, BY_RULE, STRANGER), LOCK))
                .isEqualTo(Decision.no(NO_LOCK_PERMISSION));
    }

    @Test
    void refusesALockWhereOnlyRulesLock() {
        Restrictions automatic = SampleRestrictions.of(LockType.AUTOMATIC);

        assertThat(AccessRules.decide(unlocked(automatic, OWNER), LOCK)).isEqualTo(Decision.no(AUTOMATIC_ONLY));
        assertThat(AccessRules.decide(locked(automatic, BY_RULE, OWNER), LOCK)).isEqualTo(Decision.no(AUTOMATIC_ONLY));
    }

    @Test
    void refusesASecondLockOfTheSameRecord() {
        for (HeldLock lock : List.of(BY_OWNER, BY_RULE, BY_OWNER_AND_RULE)) {
            assertThat(AccessRules.decide(locked(SampleRestrictions.of(LockType.BOTH), lock, OWNER), LOCK))
                    .isEqualTo(Decision.no(ALREADY_LOCKED));
        }
    }

    @Test
    void refusesALockInAModuleWithoutAConfigurationToAnybody() {
        assertThat(AccessRules.decide(unlocked(null, OWNER), LOCK)).isEqualTo(Decision.no(UNKNOWN_MODULE));
        assertThat(AccessRules.decide(locked(null, BY_OWNER, STRANGER), LOCK)).isEqualTo(Decision.no(UNKNOWN_MODULE));
    }

    @Test
    void refusesToUnlockWhatIsNotLocked() {
        assertThat(AccessRules.decide(unlocked(USUAL, OWNER), UNLOCK)).isEqualTo(Decision.no(NOT_LOCKED));
        assertThat(AccessRules.decide(unlocked(null, STRANGER), UNLOCK)).isEqualTo(Decision.no(NOT_LOCKED));
    }

    @Test
    void permitsToUnlockWhateverAPersonLockedWithThePermission() {
        for (HeldLock lock : List.of(BY_OWNER, BY_OWNER_AND_RULE)) {
            assertThat(AccessRules.decide(locked(USUAL, lock, COLLEAGUE), UNLOCK))
                    .isEqualTo(Decision.yes(MANUAL_LOCK));
        }
    }

    @Test
    void permitsToUnlockWhenTheConfigurationIsGone() {
        assertThat(AccessRules.decide(locked(null, BY_OWNER, OWNER), UNLOCK)).isEqualTo(Decision.yes(MANUAL_LOCK));
    }

    @Test
    void permitsTheOwnerToUnlockWithoutThePermission() {
        HeldLock byStranger = lock(byHand(STRANGER));

        assertThat(AccessRules.decide(locked(USUAL, byStranger, STRANGER), UNLOCK))
                .isEqualTo(Decision.yes(MANUAL_LOCK));
        assertThat(AccessRules.decide(locked(USUAL, BY_OWNER, STRANGER), UNLOCK))
                .isEqualTo(Decision.no(NO_LOCK_PERMISSION));
    }

    @Test
    void refusesToUnlockWhatARuleLocked() {
        assertThat(AccessRules.decide(locked(USUAL, BY_RULE, OWNER), UNLOCK)).isEqualTo(Decision.no(AUTOMATIC_LOCK));
        assertThat(AccessRules.decide(locked(USUAL, BY_RULE, STRANGER), UNLOCK))
                .isEqualTo(Decision.no(NO_LOCK_PERMISSION));
    }

    @Test
    void givesExcludedProfilesNoWayAroundThePermission() {
        assertThat(AccessRules.decide(unlocked(excludeProfile(USUAL, SUPPORT), STRANGER), LOCK))
                .isEqualTo(Decision.no(NO_LOCK_PERMISSION));
        assertThat(AccessRules.decide(locked(excludeProfile(USUAL, SALES), BY_RULE, COLLEAGUE), UNLOCK))
                .isEqualTo(Decision.no(AUTOMATIC_LOCK));
    }
}
