package dev.lockkeeper.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.identity.RecogniseUser.Claims;
import dev.lockkeeper.application.identity.RecogniseUser.NoSuchProfile;
import dev.lockkeeper.application.identity.RecogniseUser.Recognised;
import dev.lockkeeper.application.identity.RecogniseUser.Unknown;
import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserOutcome;
import dev.lockkeeper.domain.identity.Users;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecogniseUserTest {

    private static final ExternalId ID = new ExternalId("auth0|1");

    private static final RecogniseUser.Settings MAKES_USERS = new RecogniseUser.Settings(true, null);

    private final Administration given = new Administration();
    private final String profile = given.other.profile().name();
    private final RecogniseUser makingUsers = new RecogniseUser(given.store.users(), MAKES_USERS);
    private final RecogniseUser makingNone =
            new RecogniseUser(given.store.users(), new RecogniseUser.Settings(false, "Nobody's"));

    @Test
    void makesAUserOnFirstSightAndFindsItFromThenOn() {
        RecogniseUser.Outcome first = makingUsers.execute(new Claims(ID, "Zoë", profile));

        User user = given.store.users().find(ID).orElseThrow();
        assertThat(first).isEqualTo(new Recognised(user));
        assertThat(user).isEqualTo(new User(user.id(), "Zoë", given.other.profile(), false));
        assertThat(makingNone.execute(new Claims(ID, "Zoë", profile))).isEqualTo(first);
        assertThat(makingNone.execute(new Claims(ID, "Zoë", null))).isEqualTo(first);
    }

    @Test
    void makesNobodyWhereThatIsNotAllowedOrNoProfileIsSaid() {
        assertThat(makingNone.execute(new Claims(ID, "Zoë", profile))).isEqualTo(new Unknown());
        assertThat(makingUsers.execute(new Claims(ID, "Zoë", null))).isEqualTo(new Unknown());
        assertThat(makingUsers.execute(new Claims(ID, "Zoë", "Nobody's"))).isEqualTo(new NoSuchProfile("Nobody's"));
        assertThat(given.store.users().find(ID)).isEmpty();
    }

    @Test
    void givesAUserOfWhomNoProfileIsSaidTheFirstOne() {
        RecogniseUser.Settings settings = new RecogniseUser.Settings(true, profile);
        RecogniseUser recogniseUser = new RecogniseUser(given.store.users(), settings);

        recogniseUser.execute(new Claims(ID, "Zoë", null));

        assertThat(given.store.users().find(ID).orElseThrow().profile()).isEqualTo(given.other.profile());
    }

    @Test
    void followsTheProviderInNameAndProfile() {
        User user = given.steps.user(given.other.profile(), ID);
        String promoted = given.administrator.profile().name();

        assertThat(makingNone.execute(new Claims(ID, "Zoë Ørsted", null)))
                .isEqualTo(new Recognised(new User(user.id(), "Zoë Ørsted", given.other.profile(), false)));
        assertThat(makingNone.execute(new Claims(ID, "Zoë Ørsted", promoted)))
                .isEqualTo(new Recognised(new User(user.id(), "Zoë Ørsted", given.administrator.profile(), false)));
        assertThat(makingNone.execute(new Claims(ID, "Zoë Ørsted", "Nobody's")))
                .isEqualTo(new NoSuchProfile("Nobody's"));
    }

    @Test
    void leavesANameOfWhichTheProviderSaysNothing() {
        User user = given.steps.user(given.other.profile(), ID);

        assertThat(makingNone.execute(new Claims(ID, null, null))).isEqualTo(new Recognised(user));
    }

    @Test
    void namesANewUserAfterItsIdWhereTheProviderSaysNoName() {
        ExternalId tooLong = new ExternalId("x".repeat(101));

        makingUsers.execute(new Claims(ID, null, profile));

        assertThat(given.store.users().find(ID).orElseThrow().name()).isEqualTo("auth0|1");
        assertThat(makingUsers.execute(new Claims(tooLong, null, profile))).isEqualTo(new Unknown());
    }

    @Test
    void findsTheUserWhomAnotherCallMadeFirst() {
        User made = given.steps.user(given.other.profile(), ID);

        assertThat(new RecogniseUser(new LateFinder(made), MAKES_USERS).execute(new Claims(ID, "Zoë", profile)))
                .isEqualTo(new Recognised(made));
        assertThat(new RecogniseUser(new LateFinder(null), MAKES_USERS).execute(new Claims(ID, "Zoë", profile)))
                .isEqualTo(new Unknown());
    }

    /** A store in which somebody else makes the user between the first look and the attempt to make it. */
    private static final class LateFinder implements Users {

        private final @Nullable User made;
        private boolean looked;

        LateFinder(@Nullable User made) {
            this.made = made;
        }

        @Override
        public Optional<User> find(ExternalId id) {
            Optional<User> found = looked ? Optional.ofNullable(made) : Optional.empty();
            looked = true;
            return found;
        }

        @Override
        public List<ListedUser> list(@Nullable UserId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UserOutcome create(NewUser user) {
            return new UserOutcome.ExternalIdTaken();
        }

        @Override
        public UserOutcome change(UserId id, String name, String profile) {
            throw new UnsupportedOperationException();
        }
    }
}
