package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the contracts of the identity ports do again and again. */
public final class IdentitySteps {

    public static final Instant NOON = Instant.parse("2027-03-04T12:00:00.123456Z");

    private static final Set<Scope> SCOPES = Set.of(new Scope("ZohoCRM.modules.ALL"), new Scope("lockkeeper.Admin"));

    private final IdentityStore store;

    public IdentitySteps(IdentityStore store) {
        this.store = store;
    }

    /** A name that nobody else has. */
    public static String unique(String what) {
        return what + " " + UUID.randomUUID();
    }

    public static AccessToken someToken() {
        return new AccessToken("contract." + UUID.randomUUID());
    }

    public static Secret someSecret() {
        return new Secret("secret." + UUID.randomUUID());
    }

    public Profile profile(Permission... permissions) {
        NewProfile wanted = new NewProfile(unique("Zoë's profile"), Set.of(permissions));
        return ((PutProfileOutcome.Put) store.profiles().put(wanted, NOON)).profile();
    }

    /** A user of a profile of its own. */
    public User user(Permission... permissions) {
        return user(profile(permissions), null);
    }

    public User user(Profile profile, @Nullable ExternalId externalId) {
        NewUser wanted = new NewUser(unique("Zoë"), profile.name(), false, externalId);
        return ((UserOutcome.Stored) store.users().create(wanted)).user();
    }

    public IssuedToken issued(AccessToken token, User user, Set<Scope> scopes, @Nullable Instant expiresAt) {
        NewToken wanted = new NewToken(token, user.id(), scopes, NOON, expiresAt, null);
        return ((IssueOutcome.Issued) store.accessTokens().issue(wanted)).token();
    }

    /** A token with the scope for administration, be the user allowed to or not. */
    public IssuedToken issued(User user, @Nullable Instant expiresAt) {
        return issued(someToken(), user, SCOPES, expiresAt);
    }

    public IssuedToken issued(AccessToken token, OAuthClient client, Instant createdAt, Instant expiresAt) {
        NewToken wanted = new NewToken(token, client.user().id(), client.scopes(), createdAt, expiresAt, client.id());
        return ((IssueOutcome.Issued) store.accessTokens().issue(wanted)).token();
    }

    public OAuthClient client(User user, Secret secret, Secret refreshToken) {
        NewOAuthClient wanted =
                new NewOAuthClient(unique("Nightly sync"), user.id(), SCOPES, secret, refreshToken, NOON);
        return ((RegisterOutcome.Registered) store.oAuthClients().register(wanted)).client();
    }
}
