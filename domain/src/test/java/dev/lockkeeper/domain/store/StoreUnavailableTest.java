package dev.lockkeeper.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreUnavailableTest {

    @ParameterizedTest
    @EnumSource
    void tellsWhatIsKnownOfTheStepAndWhatTheStoreSaid(StoreUnavailable.Step step) {
        IOException cause = new IOException("connection reset");
        StoreUnavailable unavailable = new StoreUnavailable(step, cause);

        assertThat(unavailable.step()).isEqualTo(step);
        assertThat(unavailable).hasCause(cause).hasMessageContaining(step.name());
    }
}
