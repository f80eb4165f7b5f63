package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Asks for {@link Bells} too, but is the contract of {@link Horns}. */
public interface HornsContract {

    Horns horns();

    Bells bells();

    @Test
    default void blowAsTheBellsRing() {
        assertThat(horns().blow()).isEqualTo(bells().ring());
    }
}
