package dev.lockkeeper.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConfigurationIdsTest {

    @Test
    void writesAnIdAsItsDigits() {
        assertThat(new ConfigurationId(1_777_000_000_002_000_001L)).hasToString("1777000000002000001");
        assertThat(new RuleId(Long.MAX_VALUE)).hasToString("9223372036854775807");
    }

    @Test
    void refusesIdsThatAreNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfigurationId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RuleId(-1));
    }
}
