package dev.lockkeeper.domain.identity;

import static dev.lockkeeper.domain.identity.IdentitySteps.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Users} does. */
public interface UsersContract {

    /** The store that the users are in. */
    IdentityStore store();

    Users users();

    @Test
    default void makesAUser() {
        Profile profile = new IdentitySteps(store()).profile(Permission.LOCK);

        UserOutcome outcome = users().create(new NewUser("Zoë Ørsted", profile.name(), true, null));

        User user = ((UserOutcome.Stored) outcome).user();
        assertThat(user).isEqualTo(new User(user.id(), "Zoë Ørsted", profile, true));
        assertThat(users().list(new UserId(user.id().value() - 1), 1)).containsExactly(new ListedUser(user, null));
    }

    @Test
    default void makesNoUserOfAProfileThatThereIsNot() {
        assertThat(users().create(new NewUser("Zoë", unique("Nobody's"), false, null)))
                .isEqualTo(new UserOutcome.NoSuchProfile());
        assertThat(users().create(new NewUser("Zoë", "Sales\u0000", false, null)))
                .isEqualTo(new UserOutcome.NoSuchProfile());
    }

    @Test
    default void findsAUserByItsExactExternalId() {
        IdentitySteps steps = new IdentitySteps(store());
        ExternalId id = new ExternalId(unique("auth0|Zoë"));
        User user = steps.user(steps.profile(), id);
        steps.user();

        assertThat(users().find(id)).contains(user);
        assertThat(users().find(new ExternalId(id.value() + "x"))).isEmpty();
        assertThat(users().list(new UserId(user.id().value() - 1), 1)).containsExactly(new ListedUser(user, id));
    }

    @Test
    default void givesAnExternalIdToOneOfManyUsersMadeAtOnce() {
        ExternalId id = new ExternalId(unique("contested"));
        Profile profile = new IdentitySteps(store()).profile();

        List<UserOutcome> outcomes =
                Together.run(8, i -> users().create(new NewUser("User " + i, profile.name(), false, id)));

        User user = users().find(id).orElseThrow();
        assertThat(outcomes).containsOnlyOnce(new UserOutcome.Stored(user));
        assertThat(outcomes)
                .filteredOn(new UserOutcome.ExternalIdTaken()::equals)
                .hasSize(7);
    }

    @Test
    default void changesNameAndProfileOfAUser() {
        IdentitySteps steps = new IdentitySteps(store());
        ExternalId id = new ExternalId(unique("moved"));
        User user = steps.user(steps.profile(Permission.LOCK), id);
        Profile profile = steps.profile(Permission.CUSTOMIZE);

        UserOutcome outcome = users().change(user.id(), "Zoë Ørsted", profile.name());

        User changed = new User(user.id(), "Zoë Ørsted", profile, false);
        assertThat(outcome).isEqualTo(new UserOutcome.Stored(changed));
        assertThat(users().find(id)).contains(changed);
    }

    @Test
    default void leavesAUserAsItIsWhereTheProfileIsUnknown() {
        IdentitySteps steps = new IdentitySteps(store());
        ExternalId id = new ExternalId(unique("kept"));
        User user = steps.user(steps.profile(Permission.LOCK), id);

        assertThat(users().change(user.id(), "Zoë", unique("Nobody's"))).isEqualTo(new UserOutcome.NoSuchProfile());

        assertThat(users().find(id)).contains(user);
    }

    @Test
    default void listsUsersByRisingIdAndInPages() {
        IdentitySteps steps = new IdentitySteps(store());
        User first = steps.user();
        ListedUser second = new ListedUser(steps.user(), null);
        ListedUser third = new ListedUser(steps.user(), null);

        assertThat(users().list(first.id(), 1)).containsExactly(second);
        assertThat(users().list(first.id(), 9)).containsExactly(second, third);
        assertThat(users().list(third.user().id(), 9)).isEmpty();
        assertThat(users().list(null, 1)).hasSize(1);
    }
}
