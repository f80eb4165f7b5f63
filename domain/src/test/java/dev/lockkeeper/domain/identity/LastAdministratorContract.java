package dev.lockkeeper.domain.identity;

import static dev.lockkeeper.domain.identity.IdentitySteps.NOON;
import static dev.lockkeeper.domain.identity.IdentitySteps.someSecret;
import static dev.lockkeeper.domain.identity.IdentitySteps.someToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody locks everybody out by mistake. Each test wants a store without any token. */
public interface LastAdministratorContract {

    /** A store without any token. */
    IdentityStore store();

    AccessTokens accessTokens();

    @Test
    default void leavesTheLastAdministratorsTokenInForce() {
        IdentitySteps steps = new IdentitySteps(store());
        IssuedToken last = steps.issued(steps.user(Permission.values()), null);
        steps.issued(steps.user(Permission.LOCK), null);
        steps.issued(someToken(), steps.user(Permission.values()), Set.of(new Scope("lockkeeper.locks.read")), null);
        steps.issued(steps.user(Permission.values()), NOON);
        OAuthClient client = steps.client(steps.user(Permission.values()), someSecret(), someSecret());
        steps.issued(someToken(), client, NOON, NOON.plusSeconds(3600));

        assertThat(accessTokens().revoke(last.id(), NOON)).isEqualTo(RevokeOutcome.LAST_ADMINISTRATOR);

        assertThat(accessTokens().list(null, 1)).containsExactly(last);
    }

    @Test
    default void revokesAnAdministratorsTokenWhereThereIsAnother() {
        IdentitySteps steps = new IdentitySteps(store());
        Instant later = NOON.plusNanos(1000);
        IssuedToken one = steps.issued(steps.user(Permission.values()), null);
        IssuedToken other = steps.issued(steps.user(Permission.ADMINISTER), later);

        assertThat(accessTokens().revoke(one.id(), NOON)).isEqualTo(RevokeOutcome.REVOKED);

        assertThat(accessTokens().revoke(other.id(), NOON)).isEqualTo(RevokeOutcome.LAST_ADMINISTRATOR);
        assertThat(accessTokens().revoke(other.id(), later))
                .as("expired by now")
                .isEqualTo(RevokeOutcome.REVOKED);
    }

    @Test
    default void leavesTheLastAdministratorsProfileAsItIs() {
        IdentitySteps steps = new IdentitySteps(store());
        User last = steps.user(Permission.values());
        steps.issued(last, null);
        NewProfile less = new NewProfile(last.profile().name(), Set.of(Permission.LOCK));

        assertThat(store().profiles().put(less, NOON)).isEqualTo(new PutProfileOutcome.LastAdministrator());

        assertThat(store().profiles().find(last.profile().id())).contains(last.profile());
        NewProfile enough = new NewProfile(last.profile().name(), Set.of(Permission.ADMINISTER));
        assertThat(store().profiles().put(enough, NOON)).isInstanceOf(PutProfileOutcome.Put.class);
    }

    @Test
    default void changesTheProfileOfAnAdministratorWhereThereIsAnother() {
        IdentitySteps steps = new IdentitySteps(store());
        User one = steps.user(Permission.values());
        steps.issued(one, null);
        steps.issued(steps.user(Permission.ADMINISTER), null);

        NewProfile less = new NewProfile(one.profile().name(), Set.of());

        assertThat(store().profiles().put(less, NOON)).isInstanceOf(PutProfileOutcome.Put.class);
    }

    @Test
    default void changesProfilesWhereNobodyAdministersAnyway() {
        User user = new IdentitySteps(store()).user(Permission.values());

        NewProfile less = new NewProfile(user.profile().name(), Set.of());

        assertThat(store().profiles().put(less, NOON)).isInstanceOf(PutProfileOutcome.Put.class);
    }

    @Test
    default void leavesOneOfTheAdministratorsWhoRevokeThemselvesAtOnce() {
        IdentitySteps steps = new IdentitySteps(store());
        User user = steps.user(Permission.values());
        steps.issued(user, null);
        for (int round = 0; round < 20; round++) {
            steps.issued(user, null);
            List<IssuedToken> two = accessTokens().list(null, 9);

            List<RevokeOutcome> outcomes =
                    Together.run(2, i -> accessTokens().revoke(two.get(i).id(), NOON));

            assertThat(outcomes)
                    .as("round %s", round)
                    .containsExactlyInAnyOrder(RevokeOutcome.LAST_ADMINISTRATOR, RevokeOutcome.REVOKED);
        }
    }

    @Test
    default void leavesAnAdministratorWhereOneIsRevokedAndTheOthersProfileIsChangedAtOnce() {
        IdentitySteps steps = new IdentitySteps(store());
        User demoted = steps.user(Permission.values());
        User other = steps.user(Permission.values());
        NewProfile enough = new NewProfile(demoted.profile().name(), Set.of(Permission.values()));
        NewProfile less = new NewProfile(demoted.profile().name(), Set.of());
        steps.issued(demoted, null);
        for (int round = 0; round < 20; round++) {
            IssuedToken revoked = steps.issued(other, null);

            List<Boolean> refusals = Together.run(
                    2,
                    i -> i == 0
                            ? accessTokens().revoke(revoked.id(), NOON) == RevokeOutcome.LAST_ADMINISTRATOR
                            : store().profiles().put(less, NOON).equals(new PutProfileOutcome.LastAdministrator()));

            assertThat(refusals).as("round %s", round).containsExactlyInAnyOrder(true, false);
            store().profiles().put(enough, NOON);
            accessTokens().revoke(revoked.id(), NOON);
        }
    }
}
