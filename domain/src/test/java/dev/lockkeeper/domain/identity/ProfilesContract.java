package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesStore;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Profiles} does. */
public interface ProfilesContract {

    /** The store that the profiles are in, with the other ports on it. */
    RulesStore store();

    Profiles profiles();

    @Test
    default void findsAProfileByItsIdAndByItsExactName() {
        Profile profile = store().user(Permission.LOCK, Permission.CUSTOMIZE).profile();

        assertThat(profiles().find(profile.id())).contains(profile);
        assertThat(profiles().find(profile.name())).contains(profile);
        assertThat(profiles().find(profile.name() + "x")).isEmpty();
        assertThat(profiles().find(new ProfileId(Long.MAX_VALUE))).isEmpty();
    }

    /** Callers name profiles in configurations, and JSON takes any character. */
    @Test
    default void findsNoProfileUnderANameThatNoStoreCouldKeep() {
        assertThat(store().profiles().find("Sales\u0000")).isEmpty();
        assertThat(store().profiles().find("Sales\uD83D")).isEmpty();
    }
}
