package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.identity.CreateUser.Command;
import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.User;
import org.junit.jupiter.api.Test;

class CreateUserTest {

    private static final ExternalId ID = new ExternalId("auth0|1");

    private final Administration given = new Administration();
    private final CreateUser createUser = new CreateUser(given.store.users());
    private final NewUser wanted = new NewUser("Zoë", given.other.profile().name(), true, ID);

    @Test
    void makesAUser() {
        CreateUser.Outcome outcome = createUser.execute(new Command(given.administrator, wanted));

        User user = given.store.users().find(ID).orElseThrow();
        assertThat(outcome).isEqualTo(new CreateUser.Created(user));
        assertThat(user).isEqualTo(new User(user.id(), "Zoë", given.other.profile(), true));
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(createUser.execute(new Command(given.other, wanted))).isEqualTo(new CreateUser.NotPermitted());
        assertThat(createUser.execute(new Command(given.other, null))).isEqualTo(new CreateUser.NotPermitted());
        assertThat(given.store.users().find(ID)).isEmpty();
    }

    @Test
    void refusesWhatIsNoUserAndWhatDoesNotFitTheStore() {
        NewUser homeless = new NewUser("Zoë", "Nobody's", true, null);

        assertThat(createUser.execute(new Command(given.administrator, null))).isEqualTo(new CreateUser.UserRefused());
        assertThat(createUser.execute(new Command(given.administrator, homeless)))
                .isEqualTo(new CreateUser.NoSuchProfile());
        createUser.execute(new Command(given.administrator, wanted));
        assertThat(createUser.execute(new Command(given.administrator, wanted)))
                .isEqualTo(new CreateUser.ExternalIdTaken());
    }
}
