package dev.lockkeeper.domain.identity;

import static dev.lockkeeper.domain.identity.IdentitySteps.NOON;
import static dev.lockkeeper.domain.identity.IdentitySteps.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Profiles} does. */
public interface ProfilesContract {

    /** The store that the profiles are in. */
    IdentityStore store();

    Profiles profiles();

    @Test
    default void findsAProfileByItsIdAndByItsExactName() {
        Profile profile = new IdentitySteps(store()).profile(Permission.LOCK, Permission.CUSTOMIZE);

        assertThat(profiles().find(profile.id())).contains(profile);
        assertThat(profiles().find(profile.name())).contains(profile);
        assertThat(profiles().find(profile.name() + "x")).isEmpty();
        assertThat(profiles().find(new ProfileId(Long.MAX_VALUE))).isEmpty();
    }

    /** Callers name profiles in configurations, and JSON takes any character. */
    @Test
    default void findsNoProfileUnderANameThatNoStoreCouldKeep() {
        assertThat(profiles().find("Sales\u0000")).isEmpty();
        assertThat(profiles().find("Sales\uD83D")).isEmpty();
    }

    @Test
    default void changesTheProfileOfANameThatThereIs() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user(Permission.LOCK);
        AccessToken token = IdentitySteps.someToken();
        steps.issued(token, user, Set.of(), null);
        NewProfile wanted = new NewProfile(user.profile().name(), Set.of(Permission.CUSTOMIZE));

        PutProfileOutcome outcome = profiles().put(wanted, NOON);

        Profile changed = new Profile(user.profile().id(), wanted.name(), wanted.permissions());
        assertThat(outcome).isEqualTo(new PutProfileOutcome.Put(changed));
        assertThat(profiles().find(wanted.name())).contains(changed);
        assertThat(store().accessTokens().find(token).orElseThrow().user().profile())
                .as("in force for the next call")
                .isEqualTo(changed);
    }

    @Test
    default void listsProfilesByRisingIdAndInPages() {
        IdentitySteps steps = new IdentitySteps(store());
        Profile first = steps.profile(Permission.values());
        Profile second = steps.profile();
        Profile third = steps.profile(Permission.LOCK);

        assertThat(profiles().list(first.id(), 1)).containsExactly(second);
        assertThat(profiles().list(first.id(), 9)).containsExactly(second, third);
        assertThat(profiles().list(third.id(), 9)).isEmpty();
        assertThat(profiles().list(null, 1))
                .singleElement()
                .satisfies(one -> assertThat(one.id().value())
                        .isLessThanOrEqualTo(first.id().value()));
    }

    @Test
    default void makesOneProfileOfManyAttemptsAtOnce() {
        NewProfile wanted = new NewProfile(unique("Contested"), Set.of(Permission.LOCK));

        List<PutProfileOutcome> outcomes = Together.run(8, i -> profiles().put(wanted, NOON));

        Profile profile = profiles().find(wanted.name()).orElseThrow();
        assertThat(outcomes).containsOnly(new PutProfileOutcome.Put(profile));
    }
}
