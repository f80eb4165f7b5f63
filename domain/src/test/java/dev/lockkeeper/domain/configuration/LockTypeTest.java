package dev.lockkeeper.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockTypeTest {

    @Test
    void letsPeopleLockUnlessOnlyRulesDo() {
        assertThat(LockType.values())
                .filteredOn(LockType::allowsManualLocks)
                .containsExactly(LockType.MANUAL, LockType.BOTH);
    }
}
