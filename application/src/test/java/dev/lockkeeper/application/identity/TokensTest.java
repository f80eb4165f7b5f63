package dev.lockkeeper.application.identity;

import static dev.lockkeeper.application.identity.Administration.CLOCK;
import static dev.lockkeeper.application.identity.Administration.NOW_IN_MICROSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockkeeper.application.identity.IssueToken.Issued;
import dev.lockkeeper.application.identity.IssueToken.Wanted;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Set<Scope> SCOPES = Set.of(new Scope("ZohoCRM.modules.ALL"));

    private final Administration given = new Administration();
    private final IssueToken issueToken = new IssueToken(given.store.accessTokens(), Administration.secrets(), CLOCK);
    private final RevokeToken revokeToken = new RevokeToken(given.store.accessTokens(), CLOCK);

    @Test
    void issuesATokenThatExpires() {
        Issued issued = issued(Duration.ofHours(8));

        assertThat(issued.issued().createdAt()).isEqualTo(NOW_IN_MICROSECONDS);
        assertThat(given.store.accessTokens().find(issued.token()))
                .contains(new Grant(
                        given.other,
                        SCOPES,
                        NOW_IN_MICROSECONDS.plusSeconds(8 * 3600),
                        issued.issued().id()));
    }

    @Test
    void issuesATokenThatDoesNotExpireAndNoTokenTwice() {
        Issued one = issued(null);
        Issued other = issued(null);

        assertThat(one.issued().expiresAt()).isNull();
        assertThat(one.token()).isNotEqualTo(other.token());
    }

    @Test
    void issuesTokensForAdministratorsOnly() {
        Wanted wanted = new Wanted(given.other.id(), SCOPES, null);

        assertThat(issueToken.execute(new IssueToken.Command(given.other, wanted)))
                .isEqualTo(new IssueToken.NotPermitted());
        assertThat(issueToken.execute(new IssueToken.Command(given.other, null)))
                .isEqualTo(new IssueToken.NotPermitted());
        assertThat(given.store.accessTokens().list(null, 9)).isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenAndATokenOfNobody() {
        assertThat(issueToken.execute(new IssueToken.Command(given.administrator, null)))
                .isEqualTo(new IssueToken.TokenRefused());
        assertThat(issueToken.execute(
                        new IssueToken.Command(given.administrator, new Wanted(new UserId(999), SCOPES, null))))
                .isEqualTo(new IssueToken.NoSuchUser());
    }

    @Test
    void revokesAToken() {
        Issued issued = issued(null);
        String id = issued.issued().id().toString();

        assertThat(revokeToken.execute(new RevokeToken.Command(given.other, id)))
                .isEqualTo(RevokeToken.Outcome.NOT_PERMITTED);
        assertThat(given.store.accessTokens().find(issued.token())).isPresent();

        assertThat(revokeToken.execute(new RevokeToken.Command(given.administrator, id)))
                .isEqualTo(RevokeToken.Outcome.REVOKED);
        assertThat(given.store.accessTokens().find(issued.token())).isEmpty();
        assertThat(revokeToken.execute(new RevokeToken.Command(given.administrator, id)))
                .isEqualTo(RevokeToken.Outcome.UNKNOWN_TOKEN);
        assertThat(revokeToken.execute(new RevokeToken.Command(given.administrator, "all")))
                .isEqualTo(RevokeToken.Outcome.UNKNOWN_TOKEN);
    }

    @Test
    void leavesTheLastAdministratorsTokenInForce() {
        String id = given.steps.issued(given.administrator, null).id().toString();

        assertThat(revokeToken.execute(new RevokeToken.Command(given.administrator, id)))
                .isEqualTo(RevokeToken.Outcome.LAST_ADMINISTRATOR);
    }

    @Test
    void storesWhenATokenWasUsedLast() {
        TokenUses uses = new TokenUses();
        Authenticate authenticate = new Authenticate(given.store.accessTokens(), uses, CLOCK);
        StoreTokenUses storeTokenUses = new StoreTokenUses(given.store.accessTokens(), uses);
        Issued used = issued(null);
        Issued expired = issued(Duration.ZERO);
        AccessToken vouchedFor = new AccessToken("signed.elsewhere");
        given.store.accessTokens().add(vouchedFor, new Grant(given.other, SCOPES, null, null));

        authenticate.execute(used.token().value());
        authenticate.execute(expired.token().value());
        authenticate.execute(vouchedFor.value());
        storeTokenUses.execute();

        assertThat(given.store.accessTokens().list(null, 9))
                .extracting(IssuedToken::id, IssuedToken::lastUsedAt)
                .containsExactly(
                        tuple(used.issued().id(), Administration.NOW),
                        tuple(expired.issued().id(), null));
    }

    private Issued issued(@Nullable Duration life) {
        return (Issued) issueToken.execute(
                new IssueToken.Command(given.administrator, new Wanted(given.other.id(), SCOPES, life)));
    }
}
