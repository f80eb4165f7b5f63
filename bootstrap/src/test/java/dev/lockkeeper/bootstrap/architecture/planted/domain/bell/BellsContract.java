package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

public interface BellsContract {

    Bells bells();

    @Test
    default void ring() {
        assertThat(bells().ring()).isEqualTo(1);
    }
}
