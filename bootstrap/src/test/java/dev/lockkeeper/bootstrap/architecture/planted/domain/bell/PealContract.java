package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Asks for {@link Bells} under another name. */
public interface PealContract {

    Bells bells();

    @Test
    default void ringTheSameAgain() {
        assertThat(bells().ring()).isEqualTo(bells().ring());
    }
}
