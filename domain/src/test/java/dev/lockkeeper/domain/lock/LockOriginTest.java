package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import org.junit.jupiter.api.Test;

class LockOriginTest {

    private static final ManualHold HOLD =
            new ManualHold(new UserRef(new UserId(1), "Zoë"), new LockReason("awaiting approval"));
    private static final RuleId RULE = new RuleId(4711);

    @Test
    void hasAnOwnerAndAReasonButNoRuleWhenAPersonLocked() {
        LockOrigin origin = new Manual(HOLD.owner(), HOLD.reason());

        assertThat(origin.source()).isEqualTo(LockSource.MANUAL);
        assertThat(origin.manual()).hasValue(HOLD);
        assertThat(origin.heldByRule()).isEmpty();
    }

    @Test
    void hasARuleButNeitherOwnerNorReasonWhenARuleLocked() {
        LockOrigin origin = new Automatic(RULE);

        assertThat(origin.source()).isEqualTo(LockSource.AUTOMATIC);
        assertThat(origin.manual()).isEmpty();
        assertThat(origin.heldByRule()).hasValue(RULE);
    }

    @Test
    void hasAllOfThemWhenBothHoldTheLock() {
        LockOrigin origin = new Both(HOLD, RULE);

        assertThat(origin.source()).isEqualTo(LockSource.BOTH);
        assertThat(origin.manual()).hasValue(HOLD);
        assertThat(origin.heldByRule()).hasValue(RULE);
    }
}
