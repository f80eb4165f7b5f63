package dev.lockkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserOutcome;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link DecisionIndex} knows of who wants something. */
public interface DecisionActorContract {

    DecisionIndex index();

    RulesStore store();

    IdentityStore identities();

    private Actor actor(Subject subject) {
        RulesSteps steps = new RulesSteps(store());
        return new IndexSteps(index()).actor(subject, steps.module.apiName(), steps.key(1));
    }

    private static Subject subject(User user) {
        return new Subject(user.id().toString(), false, null);
    }

    @Test
    default void knowsAUserOnceItWasMadeWhateverIsSaidOfIt() {
        IdentitySteps steps = new IdentitySteps(identities());
        User user = steps.user(Permission.LOCK);
        Profile other = steps.profile();

        assertThat(actor(subject(user))).isEqualTo(Actor.of(user));
        assertThat(actor(new Subject(user.id().toString(), true, other.name()))).isEqualTo(Actor.of(user));
    }

    @Test
    default void knowsWhoIsACustomer() {
        Profile profile = new IdentitySteps(identities()).profile();
        User customer = ((UserOutcome.Stored)
                        identities().users().create(new NewUser("Customer", profile.name(), true, null)))
                .user();

        assertThat(actor(subject(customer)).portal()).isTrue();
    }

    @Test
    default void followsAProfileForAllItsUsers() {
        IdentitySteps steps = new IdentitySteps(identities());
        Profile profile = steps.profile();
        User user = steps.user(profile, null);
        assertThat(actor(subject(user)).mayLock()).isFalse();

        identities().profiles().put(new NewProfile(profile.name(), Set.of(Permission.LOCK)), IdentitySteps.NOON);

        assertThat(actor(subject(user)).mayLock()).isTrue();
        assertThat(actor(new Subject("stranger", false, profile.name())).mayLock())
                .isTrue();
    }

    @Test
    default void followsAUserIntoAnotherProfile() {
        IdentitySteps steps = new IdentitySteps(identities());
        User user = steps.user();
        Profile other = steps.profile(Permission.LOCK);
        assertThat(actor(subject(user)).mayLock()).isFalse();

        identities().users().change(user.id(), "Renamed", other.name());

        Actor now = actor(subject(user));
        assertThat(now.mayLock()).isTrue();
        assertThat(now.user()).isEqualTo(new User(user.id(), "Renamed", other, false));
    }

    @Test
    default void knowsTheProfileOfAStrangerByNameAndById() {
        Profile profile = new IdentitySteps(identities()).profile(Permission.LOCK);

        for (String word : new String[] {profile.name(), profile.id().toString()}) {
            assertThat(actor(new Subject("stranger", true, word))).isEqualTo(Actor.of(true, profile));
        }
    }

    @Test
    default void takesStrangersAsTheyComeWhereTheirProfileIsUnknown() {
        for (String id : new String[] {"", "0", "-1", "99999999999999999999", "4711000000000000001", "\u0000"}) {
            assertThat(actor(new Subject(id, true, "no such profile \u0000")))
                    .isEqualTo(Actor.unknown(true, "no such profile \u0000"));
            assertThat(actor(new Subject(id, false, null))).isEqualTo(Actor.unknown(false, null));
        }
    }
}
