package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

public interface GongsContract {

    int gongs();

    @Test
    default void strike() {
        assertThat(gongs()).isEqualTo(1);
    }
}
