package dev.lockkeeper.domain.identity;

import static dev.lockkeeper.domain.identity.IdentitySteps.NOON;
import static dev.lockkeeper.domain.identity.IdentitySteps.someSecret;
import static dev.lockkeeper.domain.identity.IdentitySteps.someToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OAuthClients} does. */
public interface OAuthClientsContract {

    /** The store that the clients are in. */
    IdentityStore store();

    OAuthClients oAuthClients();

    @Test
    default void acceptsAClientByItsSecretAndByItsRefreshToken() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user(Permission.LOCK);
        Secret secret = someSecret();
        Secret refreshToken = someSecret();

        OAuthClient client = steps.client(user, secret, refreshToken);

        assertThat(client.user()).isEqualTo(user.ref());
        assertThat(client.scopes()).contains(new Scope("ZohoCRM.modules.ALL"), Scope.ADMINISTRATION);
        assertThat(oAuthClients().check(new ClientCredentials(client.id(), secret, null)))
                .isEqualTo(new CheckOutcome.Accepted(client));
        assertThat(oAuthClients().check(new ClientCredentials(client.id(), secret, refreshToken)))
                .isEqualTo(new CheckOutcome.Accepted(client));
    }

    @Test
    default void saysWhatOfTheCredentialsIsWrong() {
        IdentitySteps steps = new IdentitySteps(store());
        Secret secret = someSecret();
        Secret refreshToken = someSecret();
        OAuthClientId client = steps.client(steps.user(), secret, refreshToken).id();
        steps.client(steps.user(), someSecret(), someSecret());

        assertThat(check(new OAuthClientId(Long.MAX_VALUE), secret, refreshToken))
                .isEqualTo(new CheckOutcome.UnknownClient());
        assertThat(check(client, refreshToken, refreshToken)).isEqualTo(new CheckOutcome.WrongSecret());
        assertThat(check(client, new Secret(secret.value() + "x"), refreshToken))
                .isEqualTo(new CheckOutcome.WrongSecret());
        assertThat(check(client, secret, secret)).isEqualTo(new CheckOutcome.WrongRefreshToken());
    }

    private CheckOutcome check(OAuthClientId client, Secret secret, Secret refreshToken) {
        return oAuthClients().check(new ClientCredentials(client, secret, refreshToken));
    }

    @Test
    default void registersNoClientOfNobody() {
        NewOAuthClient wanted = new NewOAuthClient(
                "Nightly sync", new UserId(Long.MAX_VALUE), Set.of(), someSecret(), someSecret(), NOON);

        assertThat(oAuthClients().register(wanted)).isEqualTo(new RegisterOutcome.NoSuchUser());
    }

    @Test
    default void endsAClientWithAllItsTokens() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user();
        Secret secret = someSecret();
        OAuthClient client = steps.client(user, secret, someSecret());
        AccessToken token = someToken();
        AccessToken ofItsUser = someToken();
        steps.issued(token, client, NOON, NOON.plusSeconds(3600));
        steps.issued(ofItsUser, user, Set.of(), null);

        assertThat(oAuthClients().remove(client.id())).isTrue();

        assertThat(oAuthClients().remove(client.id())).isFalse();
        assertThat(store().accessTokens().find(token)).isEmpty();
        assertThat(store().accessTokens().find(ofItsUser)).isPresent();
        assertThat(oAuthClients().check(new ClientCredentials(client.id(), secret, null)))
                .isEqualTo(new CheckOutcome.UnknownClient());
        assertThat(store().accessTokens()
                        .issue(new NewToken(someToken(), user.id(), Set.of(), NOON, NOON.plusSeconds(9), client.id())))
                .isEqualTo(new IssueOutcome.NoSuchClient());
    }

    @Test
    default void listsClientsByRisingIdAndInPages() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user();
        OAuthClient first = steps.client(user, someSecret(), someSecret());
        OAuthClient second = steps.client(user, someSecret(), someSecret());
        OAuthClient third = steps.client(user, someSecret(), someSecret());

        assertThat(oAuthClients().list(first.id(), 1)).containsExactly(second);
        assertThat(oAuthClients().list(first.id(), 9)).containsExactly(second, third);
        assertThat(oAuthClients().list(third.id(), 9)).isEmpty();
        assertThat(oAuthClients().list(null, 1)).hasSize(1);
    }
}
