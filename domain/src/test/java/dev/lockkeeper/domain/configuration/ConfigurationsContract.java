package dev.lockkeeper.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Configurations} does. */
public interface ConfigurationsContract {

    Configurations configurations();

    /** Puts a configuration into the store for a module that had none. */
    LockingConfiguration given(LockType lockType);

    /** A module that has no configuration. */
    ModuleId moduleWithout();

    @Test
    default void findsTheConfigurationOfAModuleWithItsLockType() {
        for (LockType lockType : LockType.values()) {
            LockingConfiguration configuration = given(lockType);

            assertThat(configurations().find(configuration.module())).contains(configuration);
        }
    }

    @Test
    default void findsNoneForAModuleWithoutConfiguration() {
        given(LockType.MANUAL);

        assertThat(configurations().find(moduleWithout())).isEmpty();
    }
}
