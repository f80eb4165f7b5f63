package dev.lockkeeper.application.identity;

import static dev.lockkeeper.application.identity.Administration.CLOCK;
import static dev.lockkeeper.application.identity.Administration.NOW_IN_MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.identity.IssueClientToken.Issued;
import dev.lockkeeper.application.identity.RegisterClient.Registered;
import dev.lockkeeper.application.identity.RegisterClient.Wanted;
import dev.lockkeeper.domain.identity.ClientCredentials;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.Secret;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private static final Scope LOCKS = new Scope("lockkeeper.locks.read");
    private static final Scope RECORDS = new Scope("lockkeeper.records.write");
    private static final Secret WRONG = new Secret("wrong");

    private Duration wait = Duration.ZERO;

    private final Administration given = new Administration();
    private final NewSecrets secrets = Administration.secrets();
    private final RegisterClient registerClient = new RegisterClient(given.store.oAuthClients(), secrets, CLOCK);
    private final RemoveClient removeClient = new RemoveClient(given.store.oAuthClients());
    private final IssueClientToken issueClientToken = new IssueClientToken(
            given.store.oAuthClients(), given.store.accessTokens(), secrets, client -> wait, CLOCK);
    private final Wanted wanted = new Wanted("Nightly sync", given.other.id(), Set.of(LOCKS, RECORDS));

    @Test
    void registersAClientWithSecretsOfItsOwn() {
        Registered one = registered();
        Registered other = registered();

        assertThat(one.client().user()).isEqualTo(given.other.ref());
        assertThat(one.client().createdAt()).isEqualTo(NOW_IN_MICROSECONDS);
        assertThat(Set.of(one.secret(), one.refreshToken(), other.secret(), other.refreshToken()))
                .hasSize(4);
    }

    @Test
    void registersClientsForAdministratorsOnly() {
        assertThat(registerClient.execute(new RegisterClient.Command(given.other, wanted)))
                .isEqualTo(new RegisterClient.NotPermitted());
        assertThat(registerClient.execute(new RegisterClient.Command(given.administrator, null)))
                .isEqualTo(new RegisterClient.ClientRefused());
        assertThat(registerClient.execute(new RegisterClient.Command(
                        given.administrator, new Wanted("Nightly sync", new UserId(999), Set.of(LOCKS)))))
                .isEqualTo(new RegisterClient.NoSuchUser());
        assertThat(given.store.oAuthClients().list(null, 9)).isEmpty();
    }

    @Test
    void issuesATokenOfAnHourForTheClientsUser() {
        Registered client = registered();

        Issued issued = (Issued) issue(client, client.secret(), client.refreshToken());

        IssuedToken token = given.store.accessTokens().list(null, 9).getFirst();
        assertThat(issued.scopes()).containsExactlyInAnyOrder(LOCKS, RECORDS);
        assertThat(token.client()).isEqualTo(client.client().id());
        assertThat(given.store.accessTokens().find(issued.token()))
                .contains(new Grant(
                        given.other, Set.of(LOCKS, RECORDS), NOW_IN_MICROSECONDS.plusSeconds(3600), token.id()));
    }

    @Test
    void issuesATokenWithFewerScopesAndNoneWithMore() {
        Registered client = registered();
        ClientCredentials credentials = new ClientCredentials(client.client().id(), client.secret(), null);

        assertThat(issueClientToken.execute(new IssueClientToken.Command(credentials, Set.of(RECORDS))))
                .isInstanceOfSatisfying(
                        Issued.class, issued -> assertThat(issued.scopes()).containsExactly(RECORDS));
        assertThat(issueClientToken.execute(
                        new IssueClientToken.Command(credentials, Set.of(RECORDS, Scope.ADMINISTRATION))))
                .isEqualTo(new IssueClientToken.ScopeRefused());
    }

    @Test
    void saysWhatOfTheCredentialsIsWrong() {
        Registered client = registered();

        assertThat(issue(client, WRONG, client.refreshToken())).isEqualTo(new IssueClientToken.WrongSecret());
        assertThat(issue(client, client.secret(), WRONG)).isEqualTo(new IssueClientToken.WrongRefreshToken());
        assertThat(issueClientToken.execute(new IssueClientToken.Command(
                        new ClientCredentials(new OAuthClientId(999), client.secret(), null), Set.of())))
                .isEqualTo(new IssueClientToken.UnknownClient());
        assertThat(given.store.accessTokens().list(null, 9)).isEmpty();
    }

    @Test
    void hasAClientWaitThatAsksTooOften() {
        Registered client = registered();
        wait = Duration.ofSeconds(3);

        assertThat(issue(client, client.secret(), null)).isEqualTo(new IssueClientToken.TooSoon(wait));
        assertThat(issue(client, WRONG, null))
                .as("says nothing of the client to others")
                .isEqualTo(new IssueClientToken.WrongSecret());
        assertThat(given.store.accessTokens().list(null, 9)).isEmpty();
    }

    @Test
    void removesAClientForAdministratorsOnly() {
        Registered client = registered();
        String id = client.client().id().toString();

        assertThat(removeClient.execute(new RemoveClient.Command(given.other, id)))
                .isEqualTo(RemoveClient.Outcome.NOT_PERMITTED);
        assertThat(removeClient.execute(new RemoveClient.Command(given.administrator, id)))
                .isEqualTo(RemoveClient.Outcome.REMOVED);
        assertThat(removeClient.execute(new RemoveClient.Command(given.administrator, id)))
                .isEqualTo(RemoveClient.Outcome.UNKNOWN_CLIENT);
        assertThat(removeClient.execute(new RemoveClient.Command(given.administrator, "x")))
                .isEqualTo(RemoveClient.Outcome.UNKNOWN_CLIENT);
        assertThat(issue(client, client.secret(), null)).isEqualTo(new IssueClientToken.UnknownClient());
    }

    private Registered registered() {
        return (Registered) registerClient.execute(new RegisterClient.Command(given.administrator, wanted));
    }

    private IssueClientToken.Outcome issue(Registered client, Secret secret, @Nullable Secret refreshToken) {
        return issueClientToken.execute(new IssueClientToken.Command(
                new ClientCredentials(client.client().id(), secret, refreshToken), Set.of()));
    }
}
