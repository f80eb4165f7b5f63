package dev.lockkeeper.application.identity;

import static dev.lockkeeper.domain.identity.IdentitySteps.someSecret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.identity.ListOutcome.NotPermitted;
import dev.lockkeeper.application.identity.ListOutcome.Page;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.OAuthClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {

    private final Administration given = new Administration();

    @Test
    void listsProfilesInPages() {
        ListProfiles list = new ListProfiles(given.store.profiles());

        assertThat(list.execute(new ListProfiles.Query(given.administrator, null, 1)))
                .isEqualTo(new Page<>(List.of(given.administrator.profile()), true));
        assertThat(list.execute(new ListProfiles.Query(
                        given.administrator, given.administrator.profile().id(), 1)))
                .isEqualTo(new Page<>(List.of(given.other.profile()), false));
        assertThat(list.execute(new ListProfiles.Query(given.other, null, 1))).isEqualTo(new NotPermitted<>());
    }

    @Test
    void listsUsersInPages() {
        ListUsers list = new ListUsers(given.store.users());

        assertThat(list.execute(new ListUsers.Query(given.administrator, null, 1)))
                .isEqualTo(new Page<>(List.of(new ListedUser(given.administrator, null)), true));
        assertThat(list.execute(new ListUsers.Query(given.administrator, given.administrator.id(), 1)))
                .isEqualTo(new Page<>(List.of(new ListedUser(given.other, null)), false));
        assertThat(list.execute(new ListUsers.Query(given.other, null, 1))).isEqualTo(new NotPermitted<>());
    }

    @Test
    void listsTokensInPages() {
        ListTokens list = new ListTokens(given.store.accessTokens());
        IssuedToken one = given.steps.issued(given.other, null);
        IssuedToken other = given.steps.issued(given.other, null);

        assertThat(list.execute(new ListTokens.Query(given.administrator, null, 1)))
                .isEqualTo(new Page<>(List.of(one), true));
        assertThat(list.execute(new ListTokens.Query(given.administrator, one.id(), 1)))
                .isEqualTo(new Page<>(List.of(other), false));
        assertThat(list.execute(new ListTokens.Query(given.other, null, 1))).isEqualTo(new NotPermitted<>());
    }

    @Test
    void listsClientsInPages() {
        ListClients list = new ListClients(given.store.oAuthClients());
        OAuthClient one = given.steps.client(given.other, someSecret(), someSecret());
        OAuthClient other = given.steps.client(given.other, someSecret(), someSecret());

        assertThat(list.execute(new ListClients.Query(given.administrator, null, 1)))
                .isEqualTo(new Page<>(List.of(one), true));
        assertThat(list.execute(new ListClients.Query(given.administrator, one.id(), 1)))
                .isEqualTo(new Page<>(List.of(other), false));
        assertThat(list.execute(new ListClients.Query(given.other, null, 1))).isEqualTo(new NotPermitted<>());
    }
}
